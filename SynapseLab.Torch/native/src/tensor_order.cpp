// Extremes, sorting and searching.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLTensor_max(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).max()); });
}

SL_EXPORT SLTensor_max_dim(TensorIn self, int64_t dim, int32_t keepdim, TensorOut first, TensorOut second) {
    return guarded(__func__, [&] {
        auto [a, b] = get(self).max(dim, keepdim != 0);
        give(first, a);
        give(second, b);
    });
}

SL_EXPORT SLTensor_amax(TensorIn self, const int64_t* dims, int64_t dims_count, int32_t keepdim, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).amax(ints(dims, dims_count), keepdim != 0)); });
}

SL_EXPORT SLTensor_argmax(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).argmax()); });
}

SL_EXPORT SLTensor_argmax_dim(TensorIn self, int64_t dim, int32_t keepdim, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).argmax(dim, keepdim != 0)); });
}

SL_EXPORT SLTensor_min(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).min()); });
}

SL_EXPORT SLTensor_min_dim(TensorIn self, int64_t dim, int32_t keepdim, TensorOut first, TensorOut second) {
    return guarded(__func__, [&] {
        auto [a, b] = get(self).min(dim, keepdim != 0);
        give(first, a);
        give(second, b);
    });
}

SL_EXPORT SLTensor_amin(TensorIn self, const int64_t* dims, int64_t dims_count, int32_t keepdim, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).amin(ints(dims, dims_count), keepdim != 0)); });
}

SL_EXPORT SLTensor_argmin(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).argmin()); });
}

SL_EXPORT SLTensor_argmin_dim(TensorIn self, int64_t dim, int32_t keepdim, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).argmin(dim, keepdim != 0)); });
}

SL_EXPORT SLTensor_topk(TensorIn self, int64_t k, int64_t dim, int32_t largest, int32_t sorted, TensorOut first, TensorOut second) {
    return guarded(__func__, [&] {
        auto [a, b] = get(self).topk(k, dim, largest != 0, sorted != 0);
        give(first, a);
        give(second, b);
    });
}

SL_EXPORT SLTensor_sort(TensorIn self, int32_t stable, int64_t dim, int32_t descending, TensorOut first, TensorOut second) {
    return guarded(__func__, [&] {
        auto [a, b] = get(self).sort(optional<bool>(stable != 0), dim, descending != 0);
        give(first, a);
        give(second, b);
    });
}

SL_EXPORT SLTensor_argsort(TensorIn self, int64_t dim, int32_t descending, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).argsort(dim, descending != 0)); });
}

SL_EXPORT SLTensor_nonzero(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).nonzero()); });
}

SL_EXPORT SLTensor_quantile(TensorIn self, TensorIn q, int64_t dim, int32_t keepdim, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::quantile(get(self), get(q), dim, keepdim != 0)); });
}
