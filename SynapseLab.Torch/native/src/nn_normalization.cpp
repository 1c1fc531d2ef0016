// Normalisation layers.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLNN_batch_norm(TensorIn input, TensorIn weight, TensorIn bias, TensorIn running_mean, TensorIn running_var, int32_t training,
    double momentum, double eps, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, at::batch_norm(get(input), maybe(weight), maybe(bias), maybe(running_mean), maybe(running_var), training != 0, momentum, eps, at::globalContext().userEnabledCuDNN()));
    });
}

SL_EXPORT SLNN_group_norm(TensorIn input, int64_t num_groups, TensorIn weight, TensorIn bias, double eps, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::group_norm(get(input), num_groups, maybe(weight), maybe(bias), eps)); });
}

SL_EXPORT SLNN_layer_norm(TensorIn input, const int64_t* normalized_shape, int64_t normalized_shape_count, TensorIn weight, TensorIn bias,
    double eps, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, at::layer_norm(get(input), ints(normalized_shape, normalized_shape_count), maybe(weight), maybe(bias), eps));
    });
}
