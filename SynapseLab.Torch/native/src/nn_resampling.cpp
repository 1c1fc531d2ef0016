// Padding, interpolation and sampling on grids.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLNN_constant_pad_nd(TensorIn input, const int64_t* pad, int64_t pad_count, ScalarIn value, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::constant_pad_nd(get(input), ints(pad, pad_count), get(value))); });
}

SL_EXPORT SLNN_replication_pad3d(TensorIn input, const int64_t* pad, int64_t pad_count, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::replication_pad3d(get(input), ints(pad, pad_count))); });
}

SL_EXPORT SLNN_reflection_pad3d(TensorIn input, const int64_t* pad, int64_t pad_count, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::reflection_pad3d(get(input), ints(pad, pad_count))); });
}

SL_EXPORT SLNN_upsample_trilinear3d(TensorIn input, const int64_t* size, int64_t size_count, int32_t align_corners, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::upsample_trilinear3d(get(input), ints(size, size_count), align_corners != 0)); });
}

SL_EXPORT SLNN_upsample_nearest3d(TensorIn input, const int64_t* size, int64_t size_count, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::upsample_nearest3d(get(input), ints(size, size_count))); });
}

SL_EXPORT SLNN_grid_sampler(TensorIn input, TensorIn grid, int64_t interpolation, int64_t padding, int32_t align_corners,
    TensorOut result) {
    return guarded(__func__, [&] { give(result, at::grid_sampler(get(input), get(grid), interpolation, padding, align_corners != 0)); });
}

SL_EXPORT SLNN_affine_grid_generator(TensorIn theta, const int64_t* size, int64_t size_count, int32_t align_corners, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::affine_grid_generator(get(theta), ints(size, size_count), align_corners != 0)); });
}
