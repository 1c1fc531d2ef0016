// Matrix products and decompositions.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLTensor_matmul(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).matmul(get(other))); });
}

SL_EXPORT SLTensor_mm(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).mm(get(other))); });
}

SL_EXPORT SLTensor_bmm(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).bmm(get(other))); });
}

SL_EXPORT SLTensor_mv(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).mv(get(other))); });
}

SL_EXPORT SLTensor_dot(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).dot(get(other))); });
}

SL_EXPORT SLTensor_addmm(TensorIn self, TensorIn mat1, TensorIn mat2, ScalarIn beta, ScalarIn alpha, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).addmm(get(mat1), get(mat2), get(beta), get(alpha))); });
}

SL_EXPORT SLTensor_addmm_(TensorIn self, TensorIn mat1, TensorIn mat2, ScalarIn beta, ScalarIn alpha) {
    return guarded(__func__, [&] { get(self).addmm_(get(mat1), get(mat2), get(beta), get(alpha)); });
}

SL_EXPORT SLTensor_cdist(TensorIn self, TensorIn other, double p, int64_t compute_mode, TensorOut result) {
    return guarded(__func__, [&] {
        give(result, at::cdist(get(self), get(other), p, compute_mode < 0 ? optional<int64_t>() : optional<int64_t>(compute_mode)));
    });
}

SL_EXPORT SLTensor_fill_diagonal_(TensorIn self, ScalarIn value, int32_t wrap) {
    return guarded(__func__, [&] { get(self).fill_diagonal_(get(value), wrap != 0); });
}

SL_EXPORT SLTensor_linalg_svd(TensorIn self, int32_t full_matrices, TensorOut first, TensorOut second, TensorOut third) {
    return guarded(__func__, [&] {
        auto [a, b, c] = at::linalg_svd(get(self), full_matrices != 0);
        give(first, a);
        give(second, b);
        give(third, c);
    });
}

SL_EXPORT SLTensor_linalg_svdvals(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::linalg_svdvals(get(self))); });
}

SL_EXPORT SLTensor_linalg_eigh(TensorIn self, int32_t upper, TensorOut first, TensorOut second) {
    return guarded(__func__, [&] {
        auto [a, b] = at::linalg_eigh(get(self), upper != 0 ? "U" : "L");
        give(first, a);
        give(second, b);
    });
}

SL_EXPORT SLTensor_linalg_eigvalsh(TensorIn self, int32_t upper, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::linalg_eigvalsh(get(self), upper != 0 ? "U" : "L")); });
}

SL_EXPORT SLTensor_linalg_qr(TensorIn self, TensorOut first, TensorOut second) {
    return guarded(__func__, [&] {
        auto [a, b] = at::linalg_qr(get(self));
        give(first, a);
        give(second, b);
    });
}

SL_EXPORT SLTensor_linalg_inv(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::linalg_inv(get(self))); });
}

SL_EXPORT SLTensor_linalg_det(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::linalg_det(get(self))); });
}

SL_EXPORT SLTensor_linalg_vector_norm(TensorIn self, ScalarIn ord, const int64_t* dims, int64_t dims_count, int32_t keepdim, int32_t dtype,
    TensorOut result) {
    return guarded(__func__, [&] {
        give(result, at::linalg_vector_norm(get(self), get(ord), maybe_ints(dims, dims_count), keepdim != 0, maybe_dtype(dtype)));
    });
}

SL_EXPORT SLTensor_linalg_solve(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::linalg_solve(get(self), get(other))); });
}
