// Copies to another element type, device or memory layout.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLTensor_clone(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).clone()); });
}

SL_EXPORT SLTensor_contiguous(TensorIn self, int32_t memory_format, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).contiguous(memory_format_of(memory_format))); });
}

SL_EXPORT SLTensor_is_contiguous(TensorIn self, int32_t memory_format, int32_t* result) {
    return guarded(__func__, [&] { give_value<int32_t>(result, get(self).is_contiguous(memory_format_of(memory_format)) ? 1 : 0); });
}

SL_EXPORT SLTensor_to(TensorIn self, int32_t dtype, int32_t device_type, int32_t device_index, int32_t memory_format, int32_t non_blocking,
    int32_t copy, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, get(self).to(get_device(device_type, device_index), get_dtype(dtype), non_blocking != 0, copy != 0, memory_format_of(memory_format)));
    });
}

SL_EXPORT SLTensor_copy_(TensorIn self, TensorIn source, int32_t non_blocking) {
    return guarded(__func__, [&] { get(self).copy_(get(source), non_blocking != 0); });
}

SL_EXPORT SLTensor_set_data(TensorIn self, TensorIn data) {
    return guarded(__func__, [&] { get(self).set_data(get(data)); });
}

SL_EXPORT SLTensor_zero_(TensorIn self) {
    return guarded(__func__, [&] { get(self).zero_(); });
}

SL_EXPORT SLTensor_fill_(TensorIn self, ScalarIn value) {
    return guarded(__func__, [&] { get(self).fill_(get(value)); });
}

SL_EXPORT SLTensor_pin_memory(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).pin_memory()); });
}

SL_EXPORT SLTensor_is_pinned(TensorIn self, int32_t* result) {
    return guarded(__func__, [&] { give_value<int32_t>(result, get(self).is_pinned() ? 1 : 0); });
}

SL_EXPORT SLTensor_zeros_like(TensorIn self, int32_t dtype, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::zeros_like(get(self), at::TensorOptions().dtype(maybe_dtype(dtype)))); });
}

SL_EXPORT SLTensor_ones_like(TensorIn self, int32_t dtype, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::ones_like(get(self), at::TensorOptions().dtype(maybe_dtype(dtype)))); });
}

SL_EXPORT SLTensor_empty_like(TensorIn self, int32_t dtype, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::empty_like(get(self), at::TensorOptions().dtype(maybe_dtype(dtype)))); });
}

SL_EXPORT SLTensor_rand_like(TensorIn self, int32_t dtype, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::rand_like(get(self), at::TensorOptions().dtype(maybe_dtype(dtype)))); });
}

SL_EXPORT SLTensor_randn_like(TensorIn self, int32_t dtype, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::randn_like(get(self), at::TensorOptions().dtype(maybe_dtype(dtype)))); });
}
