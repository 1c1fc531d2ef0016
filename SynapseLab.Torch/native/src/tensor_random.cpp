// Random fills; each draw comes from the generator that is given, or from the default one of the device.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLTensor_normal_(TensorIn self, double mean, double std, GeneratorIn generator) {
    return guarded(__func__, [&] { get(self).normal_(mean, std, maybe(generator)); });
}

SL_EXPORT SLTensor_uniform_(TensorIn self, double from, double to, GeneratorIn generator) {
    return guarded(__func__, [&] { get(self).uniform_(from, to, maybe(generator)); });
}

SL_EXPORT SLTensor_bernoulli_(TensorIn self, double p, GeneratorIn generator) {
    return guarded(__func__, [&] { get(self).bernoulli_(p, maybe(generator)); });
}

SL_EXPORT SLTensor_bernoulli(TensorIn self, GeneratorIn generator, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).bernoulli(maybe(generator))); });
}

SL_EXPORT SLTensor_random_(TensorIn self, int64_t from, int64_t to, GeneratorIn generator) {
    return guarded(__func__, [&] { get(self).random_(from, optional<int64_t>(to), maybe(generator)); });
}

SL_EXPORT SLTensor_exponential_(TensorIn self, double lambda, GeneratorIn generator) {
    return guarded(__func__, [&] { get(self).exponential_(lambda, maybe(generator)); });
}

SL_EXPORT SLTensor_multinomial(TensorIn self, int64_t num_samples, int32_t replacement, GeneratorIn generator, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).multinomial(num_samples, replacement != 0, maybe(generator))); });
}

SL_EXPORT SLTensor_rand(const int64_t* size, int64_t size_count, int32_t dtype, int32_t device_type, int32_t device_index,
    GeneratorIn generator, int32_t requires_grad, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, torch::rand(ints(size, size_count), maybe(generator), options(dtype, device_type, device_index, requires_grad)));
    });
}

SL_EXPORT SLTensor_randn(const int64_t* size, int64_t size_count, int32_t dtype, int32_t device_type, int32_t device_index,
    GeneratorIn generator, int32_t requires_grad, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, torch::randn(ints(size, size_count), maybe(generator), options(dtype, device_type, device_index, requires_grad)));
    });
}

SL_EXPORT SLTensor_randint(int64_t low, int64_t high, const int64_t* size, int64_t size_count, int32_t dtype, int32_t device_type,
    int32_t device_index, GeneratorIn generator, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, at::randint(low, high, ints(size, size_count), maybe(generator), options(dtype, device_type, device_index, 0)));
    });
}

SL_EXPORT SLTensor_randperm(int64_t n, int32_t dtype, int32_t device_type, int32_t device_index, GeneratorIn generator, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::randperm(n, maybe(generator), options(dtype, device_type, device_index, 0))); });
}
