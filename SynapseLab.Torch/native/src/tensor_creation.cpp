// New tensors.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLTensor_zeros(const int64_t* size, int64_t size_count, int32_t dtype, int32_t device_type, int32_t device_index,
    int32_t requires_grad, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, torch::zeros(ints(size, size_count), options(dtype, device_type, device_index, requires_grad)));
    });
}

SL_EXPORT SLTensor_ones(const int64_t* size, int64_t size_count, int32_t dtype, int32_t device_type, int32_t device_index,
    int32_t requires_grad, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, torch::ones(ints(size, size_count), options(dtype, device_type, device_index, requires_grad)));
    });
}

SL_EXPORT SLTensor_empty(const int64_t* size, int64_t size_count, int32_t dtype, int32_t device_type, int32_t device_index,
    int32_t requires_grad, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, torch::empty(ints(size, size_count), options(dtype, device_type, device_index, requires_grad)));
    });
}

SL_EXPORT SLTensor_full(const int64_t* size, int64_t size_count, ScalarIn value, int32_t dtype, int32_t device_type, int32_t device_index,
    int32_t requires_grad, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, torch::full(ints(size, size_count), get(value), options(dtype, device_type, device_index, requires_grad)));
    });
}

SL_EXPORT SLTensor_arange(ScalarIn start, ScalarIn stop, ScalarIn step, int32_t dtype, int32_t device_type, int32_t device_index,
    int32_t requires_grad, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, torch::arange(get(start), get(stop), get(step), options(dtype, device_type, device_index, requires_grad)));
    });
}

SL_EXPORT SLTensor_linspace(double start, double end, int64_t steps, int32_t dtype, int32_t device_type, int32_t device_index,
    int32_t requires_grad, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, torch::linspace(start, end, steps, options(dtype, device_type, device_index, requires_grad)));
    });
}

SL_EXPORT SLTensor_eye(int64_t rows, int64_t columns, int32_t dtype, int32_t device_type, int32_t device_index, int32_t requires_grad,
    TensorOut result) {
    return guarded(__func__, [&] { give(result, torch::eye(rows, columns, options(dtype, device_type, device_index, requires_grad))); });
}
