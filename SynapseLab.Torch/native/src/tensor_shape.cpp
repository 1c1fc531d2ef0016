// Views and copies with another shape.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLTensor_reshape(TensorIn self, const int64_t* shape, int64_t shape_count, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).reshape(ints(shape, shape_count))); });
}

SL_EXPORT SLTensor_view(TensorIn self, const int64_t* shape, int64_t shape_count, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).view(ints(shape, shape_count))); });
}

SL_EXPORT SLTensor_flatten(TensorIn self, int64_t start_dim, int64_t end_dim, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).flatten(start_dim, end_dim)); });
}

SL_EXPORT SLTensor_alias(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::alias(get(self))); });
}

SL_EXPORT SLTensor_permute(TensorIn self, const int64_t* permutation, int64_t permutation_count, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).permute(ints(permutation, permutation_count))); });
}

SL_EXPORT SLTensor_transpose(TensorIn self, int64_t dim0, int64_t dim1, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).transpose(dim0, dim1)); });
}

SL_EXPORT SLTensor_t(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).t()); });
}

SL_EXPORT SLTensor_squeeze(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).squeeze()); });
}

SL_EXPORT SLTensor_squeeze_dim(TensorIn self, int64_t dim, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).squeeze(dim)); });
}

SL_EXPORT SLTensor_unsqueeze(TensorIn self, int64_t dim, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).unsqueeze(dim)); });
}

SL_EXPORT SLTensor_narrow(TensorIn self, int64_t dimension, int64_t start, int64_t length, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).narrow(dimension, start, length)); });
}

SL_EXPORT SLTensor_slice(TensorIn self, int64_t dim, int64_t start, int64_t finish, int64_t step, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).slice(dim, start, finish, step)); });
}

SL_EXPORT SLTensor_select(TensorIn self, int64_t dim, int64_t index, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).select(dim, index)); });
}

SL_EXPORT SLTensor_expand(TensorIn self, const int64_t* sizes, int64_t sizes_count, int32_t is_implicit, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).expand(ints(sizes, sizes_count), is_implicit != 0)); });
}

SL_EXPORT SLTensor_repeat(TensorIn self, const int64_t* sizes, int64_t sizes_count, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).repeat(ints(sizes, sizes_count))); });
}

SL_EXPORT SLTensor_repeat_interleave(TensorIn self, int64_t repeats, int64_t dim, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).repeat_interleave(repeats, dim)); });
}

SL_EXPORT SLTensor_roll(TensorIn self, const int64_t* shifts, int64_t shifts_count, const int64_t* dims, int64_t dims_count,
    TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).roll(ints(shifts, shifts_count), ints(dims, dims_count))); });
}

SL_EXPORT SLTensor_flip(TensorIn self, const int64_t* dims, int64_t dims_count, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).flip(ints(dims, dims_count))); });
}

SL_EXPORT SLTensor_rot90(TensorIn self, int64_t k, int64_t dim0, int64_t dim1, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).rot90(k, {dim0, dim1})); });
}

SL_EXPORT SLTensor_unfold(TensorIn self, int64_t dimension, int64_t size, int64_t step, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).unfold(dimension, size, step)); });
}

SL_EXPORT SLTensor_diagonal(TensorIn self, int64_t offset, int64_t dim1, int64_t dim2, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).diagonal(offset, dim1, dim2)); });
}

SL_EXPORT SLTensor_diag(TensorIn self, int64_t diagonal, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::diag(get(self), diagonal)); });
}

SL_EXPORT SLTensor_triu(TensorIn self, int64_t diagonal, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).triu(diagonal)); });
}

SL_EXPORT SLTensor_tril(TensorIn self, int64_t diagonal, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).tril(diagonal)); });
}
