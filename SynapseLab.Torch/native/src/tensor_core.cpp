// What a tensor is: element type, device, shape, memory; and single elements.
#include "shim.h"

using namespace synapse;

// Everything that the managed Tensor asks for first, in one call. `sizes` and `strides` have room for `capacity` numbers each.
SL_EXPORT SLTensor_describe(TensorIn self, int32_t* dtype, int32_t* device_type, int32_t* device_index, int64_t* sizes, int64_t* strides,
    int64_t capacity, int64_t* dimensions) {
    return guarded(__func__, [&] {
        const Tensor& tensor = get(self);
        if (sizes == nullptr || strides == nullptr) throw InvalidArgument("the buffer for sizes or strides is null");
        if (capacity < tensor.dim()) {
            throw InvalidArgument("the buffer holds " + std::to_string(capacity) + " sizes, the tensor has " + std::to_string(tensor.dim()));
        }
        give_value<int32_t>(dtype, static_cast<int32_t>(tensor.scalar_type()));
        give_value<int32_t>(device_type, static_cast<int32_t>(tensor.device().type()));
        give_value<int32_t>(device_index, tensor.device().index());
        give_value<int64_t>(dimensions, tensor.dim());
        std::copy(tensor.sizes().begin(), tensor.sizes().end(), sizes);
        std::copy(tensor.strides().begin(), tensor.strides().end(), strides);
    });
}

SL_EXPORT SLTensor_numel(TensorIn self, int64_t* result) {
    return guarded(__func__, [&] { give_value<int64_t>(result, get(self).numel()); });
}

// The address of the first element; readable from the CPU only for CPU tensors, and only while the tensor lives.
SL_EXPORT SLTensor_data_ptr(TensorIn self, void** result) {
    return guarded(__func__, [&] { give_value<void*>(result, get(self).data_ptr()); });
}

SL_EXPORT SLTensor_item_double(TensorIn self, double* result) {
    return guarded(__func__, [&] { give_value<double>(result, get(self).item().toDouble()); });
}

SL_EXPORT SLTensor_item_int64(TensorIn self, int64_t* result) {
    return guarded(__func__, [&] { give_value<int64_t>(result, get(self).item().toLong()); });
}

// Copies `bytes` bytes from the caller's memory into a new CPU tensor.
SL_EXPORT SLTensor_from_memory(
    const void* source, int64_t bytes, const int64_t* size, int64_t size_count, int32_t dtype, TensorOut result) {
    return guarded(__func__, [&] {
        Tensor tensor = at::empty(ints(size, size_count), at::TensorOptions().dtype(get_dtype(dtype)));
        if (bytes != static_cast<int64_t>(tensor.nbytes()) || (bytes > 0 && source == nullptr)) {
            throw InvalidArgument(std::to_string(bytes) + " bytes were given, the shape takes " + std::to_string(tensor.nbytes()));
        }
        if (bytes > 0) std::memcpy(tensor.data_ptr(), source, static_cast<size_t>(bytes));
        give(result, tensor);
    });
}

// The printed text, as PyTorch's C++ side prints it. `text` stays valid until this thread asks for the next one.
SL_EXPORT SLTensor_to_string(TensorIn self, const char** text) {
    static thread_local std::string t_text;
    return guarded(__func__, [&] {
        std::ostringstream stream;
        stream << get(self);
        t_text = stream.str();
        give_value<const char*>(text, t_text.c_str());
    });
}
