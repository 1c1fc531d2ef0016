// Random number generators: one of one's own, or the default one of a device.
#include "shim.h"

using namespace synapse;

// A generator of its own. On CUDA it is a clone of the device's default generator: that path needs no symbol of libtorch_cuda.
SL_EXPORT SLGenerator_new(uint64_t seed, int32_t device_type, int32_t device_index, GeneratorOut result) {
    return guarded(__func__, [&] {
        if (result == nullptr) throw InvalidArgument("the pointer for the resulting generator is null");
        const at::Device device = get_device(device_type, device_index);
        Generator generator = at::globalContext().defaultGenerator(device).clone();
        generator.set_current_seed(seed);
        *result = new Generator(generator);
    });
}

SL_EXPORT SLGenerator_default(int32_t device_type, int32_t device_index, GeneratorOut result) {
    return guarded(__func__, [&] {
        if (result == nullptr) throw InvalidArgument("the pointer for the resulting generator is null");
        *result = new Generator(at::globalContext().defaultGenerator(get_device(device_type, device_index)));
    });
}

SL_EXPORT SLGenerator_dispose(Generator* generator) {
    return guarded(__func__, [&] {
        get(generator);
        delete generator;
    });
}

SL_EXPORT SLGenerator_manual_seed(GeneratorIn self, uint64_t seed) {
    return guarded(__func__, [&] {
        Generator generator = get(self);
        std::lock_guard<std::mutex> lock(generator.mutex());
        generator.set_current_seed(seed);
    });
}

SL_EXPORT SLGenerator_current_seed(GeneratorIn self, uint64_t* result) {
    return guarded(__func__, [&] {
        Generator generator = get(self);
        std::lock_guard<std::mutex> lock(generator.mutex());
        give_value<uint64_t>(result, generator.current_seed());
    });
}

// The whole state as a CPU tensor of bytes; its layout belongs to libtorch.
SL_EXPORT SLGenerator_get_state(GeneratorIn self, TensorOut result) {
    return guarded(__func__, [&] {
        Generator generator = get(self);
        std::lock_guard<std::mutex> lock(generator.mutex());
        give(result, generator.get_state());
    });
}

SL_EXPORT SLGenerator_set_state(GeneratorIn self, TensorIn state) {
    return guarded(__func__, [&] {
        Generator generator = get(self);
        std::lock_guard<std::mutex> lock(generator.mutex());
        generator.set_state(get(state));
    });
}
