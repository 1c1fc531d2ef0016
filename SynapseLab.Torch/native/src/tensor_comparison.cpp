// Comparisons, masks and choices.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLTensor_eq(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).eq(get(other))); });
}

SL_EXPORT SLTensor_eq_scalar(TensorIn self, ScalarIn scalar, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).eq(get(scalar))); });
}

SL_EXPORT SLTensor_ne(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).ne(get(other))); });
}

SL_EXPORT SLTensor_ne_scalar(TensorIn self, ScalarIn scalar, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).ne(get(scalar))); });
}

SL_EXPORT SLTensor_gt(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).gt(get(other))); });
}

SL_EXPORT SLTensor_gt_scalar(TensorIn self, ScalarIn scalar, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).gt(get(scalar))); });
}

SL_EXPORT SLTensor_ge(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).ge(get(other))); });
}

SL_EXPORT SLTensor_ge_scalar(TensorIn self, ScalarIn scalar, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).ge(get(scalar))); });
}

SL_EXPORT SLTensor_lt(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).lt(get(other))); });
}

SL_EXPORT SLTensor_lt_scalar(TensorIn self, ScalarIn scalar, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).lt(get(scalar))); });
}

SL_EXPORT SLTensor_le(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).le(get(other))); });
}

SL_EXPORT SLTensor_le_scalar(TensorIn self, ScalarIn scalar, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).le(get(scalar))); });
}

SL_EXPORT SLTensor_logical_and(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).logical_and(get(other))); });
}

SL_EXPORT SLTensor_logical_or(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).logical_or(get(other))); });
}

SL_EXPORT SLTensor_logical_xor(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).logical_xor(get(other))); });
}

SL_EXPORT SLTensor_bitwise_and(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).bitwise_and(get(other))); });
}

SL_EXPORT SLTensor_bitwise_or(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).bitwise_or(get(other))); });
}

SL_EXPORT SLTensor_bitwise_xor(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).bitwise_xor(get(other))); });
}

SL_EXPORT SLTensor_bitwise_not(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).bitwise_not()); });
}

SL_EXPORT SLTensor_isfinite(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).isfinite()); });
}

SL_EXPORT SLTensor_isnan(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).isnan()); });
}

SL_EXPORT SLTensor_isinf(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).isinf()); });
}

SL_EXPORT SLTensor_allclose(TensorIn self, TensorIn other, double rtol, double atol, int32_t equal_nan, int32_t* result) {
    return guarded(__func__, [&] { give_value<int32_t>(result, get(self).allclose(get(other), rtol, atol, equal_nan != 0) ? 1 : 0); });
}

SL_EXPORT SLTensor_equal(TensorIn self, TensorIn other, int32_t* result) {
    return guarded(__func__, [&] { give_value<int32_t>(result, get(self).equal(get(other)) ? 1 : 0); });
}

SL_EXPORT SLTensor_where(TensorIn condition, TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::where(get(condition), get(self), get(other))); });
}

SL_EXPORT SLTensor_masked_fill(TensorIn self, TensorIn mask, ScalarIn value, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).masked_fill(get(mask), get(value))); });
}

SL_EXPORT SLTensor_masked_fill_(TensorIn self, TensorIn mask, ScalarIn value) {
    return guarded(__func__, [&] { get(self).masked_fill_(get(mask), get(value)); });
}

SL_EXPORT SLTensor_masked_select(TensorIn self, TensorIn mask, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).masked_select(get(mask))); });
}

SL_EXPORT SLTensor_maximum(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::maximum(get(self), get(other))); });
}

SL_EXPORT SLTensor_minimum(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, at::minimum(get(self), get(other))); });
}
