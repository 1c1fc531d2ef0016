// Elementwise functions of one tensor.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLTensor_abs(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).abs()); });
}

SL_EXPORT SLTensor_neg(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).neg()); });
}

SL_EXPORT SLTensor_exp(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).exp()); });
}

SL_EXPORT SLTensor_log(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).log()); });
}

SL_EXPORT SLTensor_log1p(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).log1p()); });
}

SL_EXPORT SLTensor_sqrt(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).sqrt()); });
}

SL_EXPORT SLTensor_rsqrt(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).rsqrt()); });
}

SL_EXPORT SLTensor_square(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).square()); });
}

SL_EXPORT SLTensor_erf(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).erf()); });
}

SL_EXPORT SLTensor_erfinv(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).erfinv()); });
}

SL_EXPORT SLTensor_reciprocal(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).reciprocal()); });
}

SL_EXPORT SLTensor_relu(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).relu()); });
}

SL_EXPORT SLTensor_sigmoid(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).sigmoid()); });
}

SL_EXPORT SLTensor_tanh(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).tanh()); });
}

SL_EXPORT SLTensor_sin(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).sin()); });
}

SL_EXPORT SLTensor_cos(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).cos()); });
}

SL_EXPORT SLTensor_floor(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).floor()); });
}

SL_EXPORT SLTensor_ceil(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).ceil()); });
}

SL_EXPORT SLTensor_round(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).round()); });
}

SL_EXPORT SLTensor_sign(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).sign()); });
}

SL_EXPORT SLTensor_abs_(TensorIn self) {
    return guarded(__func__, [&] { get(self).abs_(); });
}

SL_EXPORT SLTensor_neg_(TensorIn self) {
    return guarded(__func__, [&] { get(self).neg_(); });
}

SL_EXPORT SLTensor_exp_(TensorIn self) {
    return guarded(__func__, [&] { get(self).exp_(); });
}

SL_EXPORT SLTensor_log_(TensorIn self) {
    return guarded(__func__, [&] { get(self).log_(); });
}

SL_EXPORT SLTensor_log1p_(TensorIn self) {
    return guarded(__func__, [&] { get(self).log1p_(); });
}

SL_EXPORT SLTensor_sqrt_(TensorIn self) {
    return guarded(__func__, [&] { get(self).sqrt_(); });
}

SL_EXPORT SLTensor_rsqrt_(TensorIn self) {
    return guarded(__func__, [&] { get(self).rsqrt_(); });
}

SL_EXPORT SLTensor_square_(TensorIn self) {
    return guarded(__func__, [&] { get(self).square_(); });
}

SL_EXPORT SLTensor_erf_(TensorIn self) {
    return guarded(__func__, [&] { get(self).erf_(); });
}

SL_EXPORT SLTensor_erfinv_(TensorIn self) {
    return guarded(__func__, [&] { get(self).erfinv_(); });
}

SL_EXPORT SLTensor_reciprocal_(TensorIn self) {
    return guarded(__func__, [&] { get(self).reciprocal_(); });
}

SL_EXPORT SLTensor_relu_(TensorIn self) {
    return guarded(__func__, [&] { get(self).relu_(); });
}

SL_EXPORT SLTensor_sigmoid_(TensorIn self) {
    return guarded(__func__, [&] { get(self).sigmoid_(); });
}

SL_EXPORT SLTensor_tanh_(TensorIn self) {
    return guarded(__func__, [&] { get(self).tanh_(); });
}

SL_EXPORT SLTensor_sin_(TensorIn self) {
    return guarded(__func__, [&] { get(self).sin_(); });
}

SL_EXPORT SLTensor_cos_(TensorIn self) {
    return guarded(__func__, [&] { get(self).cos_(); });
}

SL_EXPORT SLTensor_floor_(TensorIn self) {
    return guarded(__func__, [&] { get(self).floor_(); });
}

SL_EXPORT SLTensor_ceil_(TensorIn self) {
    return guarded(__func__, [&] { get(self).ceil_(); });
}

SL_EXPORT SLTensor_round_(TensorIn self) {
    return guarded(__func__, [&] { get(self).round_(); });
}

SL_EXPORT SLTensor_atan2(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).atan2(get(other))); });
}

SL_EXPORT SLTensor_clamp(TensorIn self, ScalarIn min, ScalarIn max, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).clamp(maybe(min), maybe(max))); });
}

SL_EXPORT SLTensor_clamp_(TensorIn self, ScalarIn min, ScalarIn max) {
    return guarded(__func__, [&] { get(self).clamp_(maybe(min), maybe(max)); });
}

SL_EXPORT SLTensor_logical_not(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).logical_not()); });
}
