// Several tensors into one and one into several.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLTensor_cat(const TensorIn* tensors, int64_t tensors_count, int64_t dim, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::cat(list(tensors, tensors_count), dim)); });
}

SL_EXPORT SLTensor_stack(const TensorIn* tensors, int64_t tensors_count, int64_t dim, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::stack(list(tensors, tensors_count), dim)); });
}

SL_EXPORT SLTensor_chunk(TensorIn self, int64_t chunks, int64_t dim, TensorOut results, int64_t capacity) {
    return guarded(__func__, [&] { give(results, capacity, get(self).chunk(chunks, dim)); });
}

SL_EXPORT SLTensor_split(TensorIn self, int64_t size, int64_t dim, TensorOut results, int64_t capacity) {
    return guarded(__func__, [&] { give(results, capacity, get(self).split(size, dim)); });
}

SL_EXPORT SLTensor_split_with_sizes(TensorIn self, const int64_t* sizes, int64_t sizes_count, int64_t dim, TensorOut results,
    int64_t capacity) {
    return guarded(__func__, [&] { give(results, capacity, get(self).split_with_sizes(ints(sizes, sizes_count), dim)); });
}

SL_EXPORT SLTensor_unbind(TensorIn self, int64_t dim, TensorOut results, int64_t capacity) {
    return guarded(__func__, [&] { give(results, capacity, get(self).unbind(dim)); });
}

SL_EXPORT SLTensor_meshgrid(const TensorIn* tensors, int64_t tensors_count, TensorOut results, int64_t capacity) {
    return guarded(__func__, [&] { give(results, capacity, at::meshgrid(list(tensors, tensors_count), "ij")); });
}
