// Conversions between what crosses the seam and libtorch's types, the count of live tensors, and the error text.
#include "shim.h"

namespace synapse {
namespace {

thread_local std::string t_last_error;
std::atomic<int64_t> live_tensors{0};

}  // namespace

Status report(const char* function, Status status, const char* message) noexcept {
    try {
        t_last_error = std::string(function) + ": " + message;
    } catch (...) {
        t_last_error.clear();
    }
    return status;
}

// libtorch's CPU allocator, CUDA itself, cuBLAS and cuDNN throw a plain c10::Error when memory runs out; only its text tells.
Status report_c10(const char* function, const c10::Error& error) noexcept {
    const char* message = error.what_without_backtrace();
    static constexpr const char* kTexts[] = {"not enough memory", "can't allocate memory", "CUDA out of memory", "CUDA error: out of memory",
                                             "CUBLAS_STATUS_ALLOC_FAILED", "CUDNN_STATUS_ALLOC_FAILED"};
    const bool is_out_of_memory =
        std::any_of(std::begin(kTexts), std::end(kTexts), [&](const char* text) { return std::strstr(message, text) != nullptr; });
    return report(function, is_out_of_memory ? kOutOfMemory : kError, message);
}

const Tensor& get(TensorIn tensor) {
    if (tensor == nullptr) throw InvalidArgument("a tensor that must be given is null");
    return *tensor;
}

Generator get(GeneratorIn generator) {
    if (generator == nullptr) throw InvalidArgument("a generator that must be given is null");
    return *generator;
}

at::Scalar get(const ScalarIn& scalar) {
    switch (scalar.kind) {
        case kInteger: return at::Scalar(scalar.integer);
        case kReal: return at::Scalar(scalar.real);
        case kBool: return at::Scalar(scalar.integer != 0);
        default: throw InvalidArgument("a number that must be given is missing");
    }
}

optional<Tensor> maybe(TensorIn tensor) {
    return tensor == nullptr ? optional<Tensor>() : optional<Tensor>(*tensor);
}

optional<Generator> maybe(GeneratorIn generator) {
    return generator == nullptr ? optional<Generator>() : optional<Generator>(*generator);
}

optional<at::Scalar> maybe(const ScalarIn& scalar) {
    return scalar.kind == kNone ? optional<at::Scalar>() : optional<at::Scalar>(get(scalar));
}

optional<double> maybe_double(const ScalarIn& scalar) {
    return scalar.kind == kNone ? optional<double>() : optional<double>(get(scalar).toDouble());
}

at::ScalarType get_dtype(int32_t dtype) {
    if (dtype < 0 || dtype >= static_cast<int32_t>(at::ScalarType::NumOptions)) {
        throw InvalidArgument("unknown element type " + std::to_string(dtype));
    }
    return static_cast<at::ScalarType>(dtype);
}

optional<at::ScalarType> maybe_dtype(int32_t dtype) {
    return dtype == -1 ? optional<at::ScalarType>() : optional<at::ScalarType>(get_dtype(dtype));
}

at::Device get_device(int32_t type, int32_t index) {
    if (type != static_cast<int32_t>(at::kCPU) && type != static_cast<int32_t>(at::kCUDA)) {
        throw InvalidArgument("unknown device type " + std::to_string(type) + "; 0 is the CPU, 1 is CUDA");
    }
    return at::Device(static_cast<at::DeviceType>(type), static_cast<at::DeviceIndex>(index));
}

at::MemoryFormat memory_format_of(int32_t memory_format) {
    if (memory_format < 0 || memory_format > static_cast<int32_t>(at::MemoryFormat::ChannelsLast3d)) {
        throw InvalidArgument("unknown memory format " + std::to_string(memory_format));
    }
    return static_cast<at::MemoryFormat>(memory_format);
}

at::TensorOptions options(int32_t dtype, int32_t device_type, int32_t device_index, int32_t requires_grad) {
    return at::TensorOptions().dtype(get_dtype(dtype)).device(get_device(device_type, device_index)).requires_grad(requires_grad != 0);
}

at::IntArrayRef ints(const int64_t* values, int64_t count) {
    if (count < 0 || (count > 0 && values == nullptr)) throw InvalidArgument("a list of numbers is null or has a negative length");
    return at::IntArrayRef(values, static_cast<size_t>(count));
}

at::OptionalIntArrayRef maybe_ints(const int64_t* values, int64_t count) {
    return values == nullptr ? at::OptionalIntArrayRef() : at::OptionalIntArrayRef(ints(values, count));
}

std::vector<Tensor> list(const TensorIn* tensors, int64_t count) {
    if (tensors == nullptr || count < 0) throw InvalidArgument("a list of tensors is null or has a negative length");
    std::vector<Tensor> result;
    result.reserve(static_cast<size_t>(count));
    for (int64_t i = 0; i < count; i++) result.push_back(get(tensors[i]));
    return result;
}

void give(TensorOut slot, Tensor tensor) {
    if (slot == nullptr) throw InvalidArgument("the pointer for the resulting tensor is null");
    *slot = tensor.defined() ? new Tensor(std::move(tensor)) : nullptr;
    if (*slot != nullptr) live_tensors.fetch_add(1, std::memory_order_relaxed);
}

void give(TensorOut slots, int64_t capacity, const std::vector<Tensor>& tensors) {
    if (slots == nullptr || capacity < static_cast<int64_t>(tensors.size())) {
        throw InvalidArgument("room for " + std::to_string(capacity) + " tensors was given, " + std::to_string(tensors.size()) + " came");
    }
    for (size_t i = 0; i < tensors.size(); i++) give(slots + i, tensors[i]);
}

int64_t live_tensor_count() noexcept { return live_tensors.load(std::memory_order_relaxed); }

}  // namespace synapse

using namespace synapse;

SL_EXPORT SLTensor_dispose(Tensor* tensor) {
    return guarded(__func__, [&] {
        get(tensor);
        delete tensor;
        live_tensors.fetch_sub(1, std::memory_order_relaxed);
    });
}

SL_EXPORT SLRuntime_last_error(const char** message) {
    // Not reported through guarded(): that would overwrite the very text that is asked for.
    if (message == nullptr) return kInvalidArgument;
    *message = t_last_error.c_str();
    return kOk;
}
