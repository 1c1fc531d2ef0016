// Convolution and linear maps.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLNN_conv3d(TensorIn input, TensorIn weight, TensorIn bias, const int64_t* stride, int64_t stride_count, const int64_t* padding,
    int64_t padding_count, const int64_t* dilation, int64_t dilation_count, int64_t groups, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, at::conv3d(get(input), get(weight), maybe(bias), ints(stride, stride_count), ints(padding, padding_count), ints(dilation, dilation_count), groups));
    });
}

SL_EXPORT SLNN_conv2d(TensorIn input, TensorIn weight, TensorIn bias, const int64_t* stride, int64_t stride_count, const int64_t* padding,
    int64_t padding_count, const int64_t* dilation, int64_t dilation_count, int64_t groups, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, at::conv2d(get(input), get(weight), maybe(bias), ints(stride, stride_count), ints(padding, padding_count), ints(dilation, dilation_count), groups));
    });
}

SL_EXPORT SLNN_conv1d(TensorIn input, TensorIn weight, TensorIn bias, const int64_t* stride, int64_t stride_count, const int64_t* padding,
    int64_t padding_count, const int64_t* dilation, int64_t dilation_count, int64_t groups, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, at::conv1d(get(input), get(weight), maybe(bias), ints(stride, stride_count), ints(padding, padding_count), ints(dilation, dilation_count), groups));
    });
}

SL_EXPORT SLNN_linear(TensorIn input, TensorIn weight, TensorIn bias, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::linear(get(input), get(weight), maybe(bias))); });
}
