// Reading and writing at positions.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLTensor_index_select(TensorIn self, int64_t dim, TensorIn index, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).index_select(dim, get(index))); });
}

SL_EXPORT SLTensor_gather(TensorIn self, int64_t dim, TensorIn index, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).gather(dim, get(index))); });
}

SL_EXPORT SLTensor_scatter(TensorIn self, int64_t dim, TensorIn index, TensorIn src, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).scatter(dim, get(index), get(src))); });
}

SL_EXPORT SLTensor_scatter_add(TensorIn self, int64_t dim, TensorIn index, TensorIn src, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).scatter_add(dim, get(index), get(src))); });
}

SL_EXPORT SLTensor_index_add(TensorIn self, int64_t dim, TensorIn index, TensorIn source, ScalarIn alpha, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).index_add(dim, get(index), get(source), get(alpha))); });
}

SL_EXPORT SLTensor_index_copy(TensorIn self, int64_t dim, TensorIn index, TensorIn source, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).index_copy(dim, get(index), get(source))); });
}

SL_EXPORT SLTensor_index_fill(TensorIn self, int64_t dim, TensorIn index, ScalarIn value, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).index_fill(dim, get(index), get(value))); });
}

SL_EXPORT SLTensor_scatter_(TensorIn self, int64_t dim, TensorIn index, TensorIn src) {
    return guarded(__func__, [&] { get(self).scatter_(dim, get(index), get(src)); });
}

SL_EXPORT SLTensor_scatter_add_(TensorIn self, int64_t dim, TensorIn index, TensorIn src) {
    return guarded(__func__, [&] { get(self).scatter_add_(dim, get(index), get(src)); });
}

SL_EXPORT SLTensor_index_add_(TensorIn self, int64_t dim, TensorIn index, TensorIn source, ScalarIn alpha) {
    return guarded(__func__, [&] { get(self).index_add_(dim, get(index), get(source), get(alpha)); });
}

SL_EXPORT SLTensor_index_copy_(TensorIn self, int64_t dim, TensorIn index, TensorIn source) {
    return guarded(__func__, [&] { get(self).index_copy_(dim, get(index), get(source)); });
}

SL_EXPORT SLTensor_index_fill_(TensorIn self, int64_t dim, TensorIn index, ScalarIn value) {
    return guarded(__func__, [&] { get(self).index_fill_(dim, get(index), get(value)); });
}

SL_EXPORT SLTensor_take_along_dim(TensorIn self, TensorIn indices, int64_t dim, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::take_along_dim(get(self), get(indices), dim)); });
}

SL_EXPORT SLTensor_searchsorted(TensorIn sorted_sequence, TensorIn values, int32_t out_int32, int32_t right, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::searchsorted(get(sorted_sequence), get(values), out_int32 != 0, right != 0)); });
}
