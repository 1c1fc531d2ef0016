// Reductions over all elements or over named dimensions.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLTensor_sum(TensorIn self, int32_t type, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).sum(maybe_dtype(type))); });
}

SL_EXPORT SLTensor_sum_dim(TensorIn self, const int64_t* dim, int64_t dim_count, int32_t keepdim, int32_t type, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).sum(ints(dim, dim_count), keepdim != 0, maybe_dtype(type))); });
}

SL_EXPORT SLTensor_mean(TensorIn self, int32_t type, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).mean(maybe_dtype(type))); });
}

SL_EXPORT SLTensor_mean_dim(TensorIn self, const int64_t* dimensions, int64_t dimensions_count, int32_t keepdim, int32_t type,
    TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).mean(ints(dimensions, dimensions_count), keepdim != 0, maybe_dtype(type))); });
}

SL_EXPORT SLTensor_std(TensorIn self, int32_t unbiased, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).std(unbiased != 0)); });
}

SL_EXPORT SLTensor_std_dim(TensorIn self, const int64_t* dimensions, int64_t dimensions_count, int32_t unbiased, int32_t keepdim,
    TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).std(ints(dimensions, dimensions_count), unbiased != 0, keepdim != 0)); });
}

SL_EXPORT SLTensor_var(TensorIn self, int32_t unbiased, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).var(unbiased != 0)); });
}

SL_EXPORT SLTensor_var_dim(TensorIn self, const int64_t* dimensions, int64_t dimensions_count, int32_t unbiased, int32_t keepdim,
    TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).var(ints(dimensions, dimensions_count), unbiased != 0, keepdim != 0)); });
}

SL_EXPORT SLTensor_prod(TensorIn self, int32_t type, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).prod(maybe_dtype(type))); });
}

SL_EXPORT SLTensor_norm(TensorIn self, ScalarIn p, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).norm(get(p))); });
}

SL_EXPORT SLTensor_norm_dim(TensorIn self, ScalarIn p, const int64_t* dim, int64_t dim_count, int32_t keepdim, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).norm(get(p), ints(dim, dim_count), keepdim != 0)); });
}

SL_EXPORT SLTensor_logsumexp(TensorIn self, const int64_t* dim, int64_t dim_count, int32_t keepdim, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).logsumexp(ints(dim, dim_count), keepdim != 0)); });
}

SL_EXPORT SLTensor_softmax(TensorIn self, int64_t dim, int32_t dtype, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).softmax(dim, maybe_dtype(dtype))); });
}

SL_EXPORT SLTensor_log_softmax(TensorIn self, int64_t dim, int32_t dtype, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).log_softmax(dim, maybe_dtype(dtype))); });
}

SL_EXPORT SLTensor_any(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).any()); });
}

SL_EXPORT SLTensor_any_dim(TensorIn self, int64_t dim, int32_t keepdim, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).any(dim, keepdim != 0)); });
}

SL_EXPORT SLTensor_all(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).all()); });
}

SL_EXPORT SLTensor_all_dim(TensorIn self, int64_t dim, int32_t keepdim, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).all(dim, keepdim != 0)); });
}

SL_EXPORT SLTensor_cumsum(TensorIn self, int64_t dim, int32_t type, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).cumsum(dim, maybe_dtype(type))); });
}

SL_EXPORT SLTensor_count_nonzero(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).count_nonzero()); });
}
