// The library itself: version, threads, determinism, live tensors.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLRuntime_abi_version(int32_t* result) {
    return guarded(__func__, [&] { give_value<int32_t>(result, kAbiVersion); });
}

SL_EXPORT SLRuntime_libtorch_version(const char** result) {
    return guarded(__func__, [&] { give_value<const char*>(result, TORCH_VERSION); });
}

SL_EXPORT SLRuntime_live_tensor_count(int64_t* result) {
    return guarded(__func__, [&] { give_value<int64_t>(result, live_tensor_count()); });
}

SL_EXPORT SLRuntime_get_num_threads(int32_t* result) {
    return guarded(__func__, [&] { give_value<int32_t>(result, at::get_num_threads()); });
}

SL_EXPORT SLRuntime_set_num_threads(int32_t count) {
    return guarded(__func__, [&] {
        if (count < 1) throw InvalidArgument("the number of threads must be at least 1, " + std::to_string(count) + " came");
        at::set_num_threads(count);
    });
}

// Seeds the default generators of the CPU and of every CUDA device.
SL_EXPORT SLRuntime_manual_seed(uint64_t seed, uint64_t* applied) {
    return guarded(__func__, [&] {
        give_value<uint64_t>(applied, seed);
        at::manual_seed(seed);
    });
}

SL_EXPORT SLRuntime_use_deterministic_algorithms(int32_t mode, int32_t warn_only, int32_t* previous) {
    return guarded(__func__, [&] {
        give_value<int32_t>(previous, at::globalContext().deterministicAlgorithms() ? 1 : 0);
        at::globalContext().setDeterministicAlgorithms(mode != 0, warn_only != 0);
    });
}

SL_EXPORT SLRuntime_set_cudnn_benchmark(int32_t enabled, int32_t* previous) {
    return guarded(__func__, [&] {
        give_value<int32_t>(previous, at::globalContext().benchmarkCuDNN() ? 1 : 0);
        at::globalContext().setBenchmarkCuDNN(enabled != 0);
    });
}

SL_EXPORT SLRuntime_set_cudnn_deterministic(int32_t enabled, int32_t* previous) {
    return guarded(__func__, [&] {
        give_value<int32_t>(previous, at::globalContext().deterministicCuDNN() ? 1 : 0);
        at::globalContext().setDeterministicCuDNN(enabled != 0);
    });
}

SL_EXPORT SLRuntime_set_allow_tf32(int32_t enabled, int32_t* previous) {
    return guarded(__func__, [&] {
        give_value<int32_t>(previous, at::globalContext().allowTF32CuDNN() ? 1 : 0);
        at::globalContext().setAllowTF32CuDNN(enabled != 0);
    });
}
