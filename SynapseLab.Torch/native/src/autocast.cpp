// Autocast: inside it, convolutions and matrix products run in a narrower type while sums and losses stay in float32.
#include "shim.h"

using namespace synapse;

// libtorch 2.4 joined the functions per device into functions with a device argument.
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
#define SL_AUTOCAST_BY_DEVICE 1
#endif

static bool is_enabled(at::DeviceType device) {
#ifdef SL_AUTOCAST_BY_DEVICE
    return at::autocast::is_autocast_enabled(device);
#else
    return device == at::kCUDA ? at::autocast::is_enabled() : at::autocast::is_cpu_enabled();
#endif
}

static at::ScalarType current_dtype(at::DeviceType device) {
#ifdef SL_AUTOCAST_BY_DEVICE
    return at::autocast::get_autocast_dtype(device);
#else
    return device == at::kCUDA ? at::autocast::get_autocast_gpu_dtype() : at::autocast::get_autocast_cpu_dtype();
#endif
}

static void set(at::DeviceType device, bool enabled, at::ScalarType dtype) {
#ifdef SL_AUTOCAST_BY_DEVICE
    at::autocast::set_autocast_enabled(device, enabled);
    at::autocast::set_autocast_dtype(device, dtype);
#else
    if (device == at::kCUDA) {
        at::autocast::set_enabled(enabled);
        at::autocast::set_autocast_gpu_dtype(dtype);
    } else {
        at::autocast::set_cpu_enabled(enabled);
        at::autocast::set_autocast_cpu_dtype(dtype);
    }
#endif
}

// Applies to this thread. The previous state comes back so that the caller restores it on exit.
SL_EXPORT SLAutocast_enter(
    int32_t device_type, int32_t enabled, int32_t dtype, int32_t* previous_enabled, int32_t* previous_dtype) {
    return guarded(__func__, [&] {
        const at::DeviceType device = get_device(device_type, -1).type();
        const at::ScalarType type = get_dtype(dtype);
        if (previous_enabled == nullptr) throw InvalidArgument("the pointer for the previous state is null");
        give_value<int32_t>(previous_dtype, static_cast<int32_t>(current_dtype(device)));
        *previous_enabled = is_enabled(device) ? 1 : 0;
        set(device, enabled != 0, type);
        at::autocast::increment_nesting();
    });
}

// The casts of the weights are cached until the outermost region ends: the next step must see the weights as they are then.
SL_EXPORT SLAutocast_exit(int32_t device_type, int32_t previous_enabled, int32_t previous_dtype) {
    return guarded(__func__, [&] {
        const at::ScalarType type = get_dtype(previous_dtype);
        if (type != at::kBFloat16 && type != at::kHalf && type != at::kFloat) {
            throw InvalidArgument("autocast knows float16, bfloat16 and float32, not type " + std::to_string(previous_dtype));
        }
        if (at::autocast::decrement_nesting() == 0) at::autocast::clear_cache();
        set(get_device(device_type, -1).type(), previous_enabled != 0, type);
    });
}
