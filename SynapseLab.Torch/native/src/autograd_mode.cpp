// Whether gradients are recorded on this thread, and gradients of chosen inputs.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLAutograd_set_grad_enabled(int32_t enabled, int32_t* previous) {
    return guarded(__func__, [&] {
        give_value<int32_t>(previous, at::GradMode::is_enabled() ? 1 : 0);
        at::GradMode::set_enabled(enabled != 0);
    });
}

SL_EXPORT SLAutograd_is_grad_enabled(int32_t* result) {
    return guarded(__func__, [&] { give_value<int32_t>(result, at::GradMode::is_enabled() ? 1 : 0); });
}

// An inference-mode guard must be destroyed on the thread that made it.
SL_EXPORT SLAutograd_inference_mode_enter(int32_t enabled, void** guard) {
    return guarded(__func__, [&] {
        if (guard == nullptr) throw InvalidArgument("the pointer for the guard is null");
        *guard = new c10::InferenceMode(enabled != 0);
    });
}

SL_EXPORT SLAutograd_inference_mode_exit(void* guard) {
    return guarded(__func__, [&] {
        if (guard == nullptr) throw InvalidArgument("the guard is null");
        delete static_cast<c10::InferenceMode*>(guard);
    });
}

SL_EXPORT SLAutograd_is_inference_mode_enabled(int32_t* result) {
    return guarded(__func__, [&] { give_value<int32_t>(result, c10::InferenceMode::is_enabled() ? 1 : 0); });
}

// d(outputs)/d(inputs); an input that no output depends on gives an undefined tensor (null) when that is allowed.
SL_EXPORT SLAutograd_grad_of(const TensorIn* outputs, int64_t outputs_count, const TensorIn* inputs, int64_t inputs_count,
    const TensorIn* gradients, int64_t gradients_count, int32_t retain_graph, int32_t create_graph, int32_t allow_unused,
    TensorOut results, int64_t capacity) {
    return guarded(__func__, [&] {
        const std::vector<Tensor> seeds = gradients_count == 0 ? std::vector<Tensor>() : list(gradients, gradients_count);
        give(results, capacity, torch::autograd::grad(list(outputs, outputs_count), list(inputs, inputs_count), seeds,
                                    optional<bool>(retain_graph != 0), create_graph != 0, allow_unused != 0));
    });
}
