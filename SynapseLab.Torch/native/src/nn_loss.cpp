// Losses.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLNN_cross_entropy(TensorIn input, TensorIn target, TensorIn weight, int64_t reduction, int64_t ignore_index,
    double label_smoothing, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, at::cross_entropy_loss(get(input), get(target), maybe(weight), reduction, ignore_index, label_smoothing));
    });
}

SL_EXPORT SLNN_mse_loss(TensorIn input, TensorIn target, int64_t reduction, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::mse_loss(get(input), get(target), reduction)); });
}

SL_EXPORT SLNN_binary_cross_entropy_with_logits(TensorIn input, TensorIn target, TensorIn weight, TensorIn pos_weight, int64_t reduction,
    TensorOut result) {
    return guarded(__func__, [&] {
        give(result, at::binary_cross_entropy_with_logits(get(input), get(target), maybe(weight), maybe(pos_weight), reduction));
    });
}
