// CUDA: devices, synchronisation, memory. Nothing here needs the CUDA toolkit to compile.
#include "shim.h"

#include <dlfcn.h>

#ifdef SL_CUDA_STATISTICS
#include <c10/cuda/CUDACachingAllocator.h>
#endif

using namespace synapse;

SL_EXPORT SLCuda_is_available(int32_t* result) {
    return guarded(__func__, [&] { give_value<int32_t>(result, torch::cuda::is_available() ? 1 : 0); });
}

SL_EXPORT SLCuda_cudnn_is_available(int32_t* result) {
    return guarded(__func__, [&] { give_value<int32_t>(result, torch::cuda::cudnn_is_available() ? 1 : 0); });
}

SL_EXPORT SLCuda_device_count(int32_t* result) {
    return guarded(__func__, [&] { give_value<int32_t>(result, static_cast<int32_t>(torch::cuda::device_count())); });
}

static void require_device(int32_t device_index) {
    const int32_t count = torch::cuda::is_available() ? static_cast<int32_t>(torch::cuda::device_count()) : 0;
    if (device_index < 0 || device_index >= count) {
        throw InvalidArgument("CUDA device " + std::to_string(device_index) + " was asked for, there are " + std::to_string(count));
    }
}

// libtorch sets its allocator up with the first tensor on a GPU, and an allocator that was not set up has no figures to ask or reset.
// The default generator sets all of it up, by a call that every libtorch has.
[[maybe_unused]] static void set_up(int32_t device_index) {
    at::globalContext().defaultGenerator(at::Device(at::kCUDA, static_cast<at::DeviceIndex>(device_index)));
}

SL_EXPORT SLCuda_synchronize(int32_t device_index) {
    return guarded(__func__, [&] {
        require_device(device_index);
        torch::cuda::synchronize(device_index);
    });
}

// The driver's C interface is stable across versions; it is asked by name so that the shim builds and loads without CUDA.
template <class Function>
static Function driver_function(const char* name) {
    static void* const driver = dlopen("libcuda.so.1", RTLD_LAZY | RTLD_GLOBAL);
    void* const symbol = driver == nullptr ? nullptr : dlsym(driver, name);
    if (symbol == nullptr) throw std::runtime_error(std::string("the CUDA driver (libcuda.so.1) or its function ") + name + " is missing");
    return reinterpret_cast<Function>(symbol);
}

static void check_driver(const char* name, int code) {
    if (code != 0) throw std::runtime_error(std::string(name) + " answered error " + std::to_string(code));
}

// Name (UTF-8, ended by 0) and total memory in bytes of a device.
SL_EXPORT SLCuda_device_properties(int32_t device_index, char* name, int32_t name_capacity, int64_t* total_bytes) {
    return guarded(__func__, [&] {
        require_device(device_index);
        if (name == nullptr || name_capacity < 1) throw InvalidArgument("the buffer for the device's name is empty");
        int device = 0;
        size_t total = 0;
        check_driver("cuInit", driver_function<int (*)(unsigned int)>("cuInit")(0));
        check_driver("cuDeviceGet", driver_function<int (*)(int*, int)>("cuDeviceGet")(&device, device_index));
        check_driver("cuDeviceGetName", driver_function<int (*)(char*, int, int)>("cuDeviceGetName")(name, name_capacity, device));
        check_driver("cuDeviceTotalMem", driver_function<int (*)(size_t*, int)>("cuDeviceTotalMem_v2")(&total, device));
        give_value<int64_t>(total_bytes, static_cast<int64_t>(total));
    });
}

// Bytes in tensors now, at most since the last reset, and held by libtorch's caching allocator.
SL_EXPORT SLCuda_memory_statistics(
    int32_t device_index, int64_t* allocated_bytes, int64_t* peak_allocated_bytes, int64_t* reserved_bytes) {
    return guarded(__func__, [&] {
        require_device(device_index);
#ifdef SL_CUDA_STATISTICS
        set_up(device_index);
        const auto statistics = c10::cuda::CUDACachingAllocator::getDeviceStats(static_cast<c10::DeviceIndex>(device_index));
        give_value<int64_t>(allocated_bytes, statistics.allocated_bytes[0].current);
        give_value<int64_t>(peak_allocated_bytes, statistics.allocated_bytes[0].peak);
        give_value<int64_t>(reserved_bytes, statistics.reserved_bytes[0].current);
#else
        (void)allocated_bytes, (void)peak_allocated_bytes, (void)reserved_bytes;
        throw std::runtime_error("this build has no allocator statistics: cuda_runtime_api.h was not found when the shim was compiled");
#endif
    });
}

SL_EXPORT SLCuda_reset_peak_memory(int32_t device_index) {
    return guarded(__func__, [&] {
        require_device(device_index);
#ifdef SL_CUDA_STATISTICS
        set_up(device_index);
        c10::cuda::CUDACachingAllocator::resetPeakStats(static_cast<c10::DeviceIndex>(device_index));
#else
        throw std::runtime_error("this build has no allocator statistics: cuda_runtime_api.h was not found when the shim was compiled");
#endif
    });
}

SL_EXPORT SLCuda_empty_cache(int32_t device_index) {
    return guarded(__func__, [&] {
        require_device(device_index);
#ifdef SL_CUDA_STATISTICS
        set_up(device_index);
        c10::cuda::CUDACachingAllocator::emptyCache();
#else
        throw std::runtime_error("this build cannot empty the cache: cuda_runtime_api.h was not found when the shim was compiled");
#endif
    });
}
