// What every unit of the shim shares: the export macro, the types that cross the seam, and guarded().
//
// An export is `int32_t SL<Group>_<torch name>(inputs..., outputs*)`. It returns a Status; results leave through pointers; nothing
// is thrown across the seam. No bool and no size_t cross it: truth is an int32_t, counts are int64_t.
#pragma once
#include "libtorch.h"

#define SL_EXPORT extern "C" __attribute__((visibility("default"))) int32_t

namespace synapse {

using at::Generator;
using at::Tensor;

// libtorch 2.4 takes the standard's own; c10's alias of it will go.
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
using std::optional;
#else
using c10::optional;
#endif

// Raised by 1 whenever a signature or a struct below changes; the managed loader compares it.
constexpr int32_t kAbiVersion = 2;

enum Status : int32_t { kOk = 0, kError = 1, kOutOfMemory = 2, kInvalidArgument = 3 };

// A number that keeps whether it is whole: adding 1 to an integer tensor must not make it a float tensor.
enum ScalarKind : int32_t { kNone = 0, kInteger = 1, kReal = 2, kBool = 3 };
struct ScalarIn {
    int32_t kind;
    int32_t reserved;
    int64_t integer;
    double real;
};

using TensorIn = const Tensor*;
using TensorOut = Tensor**;
using GeneratorIn = const Generator*;
using GeneratorOut = Generator**;

// The caller broke the contract of an export (a null pointer, an unknown code); libtorch was not asked.
struct InvalidArgument : std::invalid_argument {
    using std::invalid_argument::invalid_argument;
};

Status report(const char* function, Status status, const char* message) noexcept;
Status report_c10(const char* function, const c10::Error& error) noexcept;

// Runs `body`; no exception leaves it. The message stays readable through SLRuntime_last_error on the same thread.
template <class Body>
Status guarded(const char* function, Body&& body) noexcept {
    try {
        body();
        return kOk;
    } catch (const InvalidArgument& error) {
        return report(function, kInvalidArgument, error.what());
    } catch (const c10::OutOfMemoryError& error) {
        return report(function, kOutOfMemory, error.what_without_backtrace());
    } catch (const c10::Error& error) {
        return report_c10(function, error);
    } catch (const std::bad_alloc& error) {
        return report(function, kOutOfMemory, error.what());
    } catch (const std::exception& error) {
        return report(function, kError, error.what());
    } catch (...) {
        return report(function, kError, "unknown exception");
    }
}

const Tensor& get(TensorIn tensor);
Generator get(GeneratorIn generator);
at::Scalar get(const ScalarIn& scalar);
optional<Tensor> maybe(TensorIn tensor);
optional<Generator> maybe(GeneratorIn generator);
optional<at::Scalar> maybe(const ScalarIn& scalar);
optional<at::ScalarType> maybe_dtype(int32_t dtype);
optional<double> maybe_double(const ScalarIn& scalar);
at::ScalarType get_dtype(int32_t dtype);
at::Device get_device(int32_t type, int32_t index);
at::MemoryFormat memory_format_of(int32_t memory_format);
at::TensorOptions options(int32_t dtype, int32_t device_type, int32_t device_index, int32_t requires_grad);
at::IntArrayRef ints(const int64_t* values, int64_t count);
at::OptionalIntArrayRef maybe_ints(const int64_t* values, int64_t count);
std::vector<Tensor> list(const TensorIn* tensors, int64_t count);

// Hands a tensor to the caller, who owns it from here and returns it through SLTensor_dispose.
void give(TensorOut slot, Tensor tensor);
void give(TensorOut slots, int64_t capacity, const std::vector<Tensor>& tensors);
int64_t live_tensor_count() noexcept;

template <class T>
void give_value(T* slot, T value) {
    if (slot == nullptr) throw InvalidArgument("the pointer for the result is null");
    *slot = value;
}

}  // namespace synapse
