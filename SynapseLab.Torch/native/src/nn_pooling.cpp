// Pooling and dropout.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLNN_max_pool3d(TensorIn input, const int64_t* kernel_size, int64_t kernel_size_count, const int64_t* stride,
    int64_t stride_count, const int64_t* padding, int64_t padding_count, const int64_t* dilation, int64_t dilation_count, int32_t ceil_mode,
    TensorOut result) {
    return guarded(__func__, [&] {
        give(result, at::max_pool3d(get(input), ints(kernel_size, kernel_size_count), ints(stride, stride_count), ints(padding, padding_count), ints(dilation, dilation_count), ceil_mode != 0));
    });
}

SL_EXPORT SLNN_avg_pool3d(TensorIn input, const int64_t* kernel_size, int64_t kernel_size_count, const int64_t* stride,
    int64_t stride_count, const int64_t* padding, int64_t padding_count, int32_t ceil_mode, int32_t count_include_pad, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, at::avg_pool3d(get(input), ints(kernel_size, kernel_size_count), ints(stride, stride_count), ints(padding, padding_count), ceil_mode != 0, count_include_pad != 0));
    });
}

SL_EXPORT SLNN_adaptive_avg_pool3d(TensorIn input, const int64_t* output_size, int64_t output_size_count, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::adaptive_avg_pool3d(get(input), ints(output_size, output_size_count))); });
}

SL_EXPORT SLNN_adaptive_max_pool3d(TensorIn input, const int64_t* output_size, int64_t output_size_count, TensorOut result) {
    return guarded(__func__, [&] { give(result, std::get<0>(at::adaptive_max_pool3d(get(input), ints(output_size, output_size_count)))); });
}

SL_EXPORT SLNN_dropout(TensorIn input, double p, int32_t training, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::dropout(get(input), p, training != 0)); });
}

SL_EXPORT SLNN_dropout_(TensorIn input, double p, int32_t training) {
    return guarded(__func__, [&] { Tensor target = get(input); at::dropout_(target, p, training != 0); });
}
