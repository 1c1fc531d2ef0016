// Elementwise arithmetic with a tensor or a number; sizes broadcast.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLTensor_add(TensorIn self, TensorIn other, ScalarIn alpha, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).add(get(other), get(alpha))); });
}

SL_EXPORT SLTensor_add_scalar(TensorIn self, ScalarIn scalar, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).add(get(scalar))); });
}

SL_EXPORT SLTensor_sub(TensorIn self, TensorIn other, ScalarIn alpha, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).sub(get(other), get(alpha))); });
}

SL_EXPORT SLTensor_sub_scalar(TensorIn self, ScalarIn scalar, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).sub(get(scalar))); });
}

SL_EXPORT SLTensor_mul(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).mul(get(other))); });
}

SL_EXPORT SLTensor_mul_scalar(TensorIn self, ScalarIn scalar, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).mul(get(scalar))); });
}

SL_EXPORT SLTensor_div(TensorIn self, TensorIn other, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).div(get(other))); });
}

SL_EXPORT SLTensor_div_scalar(TensorIn self, ScalarIn scalar, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).div(get(scalar))); });
}

SL_EXPORT SLTensor_pow(TensorIn self, TensorIn exponent, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).pow(get(exponent))); });
}

SL_EXPORT SLTensor_pow_scalar(TensorIn self, ScalarIn exponent, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).pow(get(exponent))); });
}

SL_EXPORT SLTensor_remainder_scalar(TensorIn self, ScalarIn divisor, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).remainder(get(divisor))); });
}

SL_EXPORT SLTensor_addcmul(TensorIn self, TensorIn tensor1, TensorIn tensor2, ScalarIn value, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).addcmul(get(tensor1), get(tensor2), get(value))); });
}

SL_EXPORT SLTensor_addcdiv(TensorIn self, TensorIn tensor1, TensorIn tensor2, ScalarIn value, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).addcdiv(get(tensor1), get(tensor2), get(value))); });
}

SL_EXPORT SLTensor_lerp(TensorIn self, TensorIn end, TensorIn weight, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).lerp(get(end), get(weight))); });
}

SL_EXPORT SLTensor_lerp_scalar(TensorIn self, TensorIn end, ScalarIn weight, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).lerp(get(end), get(weight))); });
}

SL_EXPORT SLTensor_add_(TensorIn self, TensorIn other, ScalarIn alpha) {
    return guarded(__func__, [&] { get(self).add_(get(other), get(alpha)); });
}

SL_EXPORT SLTensor_add_scalar_(TensorIn self, ScalarIn scalar) {
    return guarded(__func__, [&] { get(self).add_(get(scalar)); });
}

SL_EXPORT SLTensor_sub_(TensorIn self, TensorIn other, ScalarIn alpha) {
    return guarded(__func__, [&] { get(self).sub_(get(other), get(alpha)); });
}

SL_EXPORT SLTensor_sub_scalar_(TensorIn self, ScalarIn scalar) {
    return guarded(__func__, [&] { get(self).sub_(get(scalar)); });
}

SL_EXPORT SLTensor_mul_(TensorIn self, TensorIn other) {
    return guarded(__func__, [&] { get(self).mul_(get(other)); });
}

SL_EXPORT SLTensor_mul_scalar_(TensorIn self, ScalarIn scalar) {
    return guarded(__func__, [&] { get(self).mul_(get(scalar)); });
}

SL_EXPORT SLTensor_div_(TensorIn self, TensorIn other) {
    return guarded(__func__, [&] { get(self).div_(get(other)); });
}

SL_EXPORT SLTensor_div_scalar_(TensorIn self, ScalarIn scalar) {
    return guarded(__func__, [&] { get(self).div_(get(scalar)); });
}

SL_EXPORT SLTensor_pow_(TensorIn self, TensorIn exponent) {
    return guarded(__func__, [&] { get(self).pow_(get(exponent)); });
}

SL_EXPORT SLTensor_pow_scalar_(TensorIn self, ScalarIn exponent) {
    return guarded(__func__, [&] { get(self).pow_(get(exponent)); });
}

SL_EXPORT SLTensor_remainder_scalar_(TensorIn self, ScalarIn divisor) {
    return guarded(__func__, [&] { get(self).remainder_(get(divisor)); });
}

SL_EXPORT SLTensor_addcmul_(TensorIn self, TensorIn tensor1, TensorIn tensor2, ScalarIn value) {
    return guarded(__func__, [&] { get(self).addcmul_(get(tensor1), get(tensor2), get(value)); });
}

SL_EXPORT SLTensor_addcdiv_(TensorIn self, TensorIn tensor1, TensorIn tensor2, ScalarIn value) {
    return guarded(__func__, [&] { get(self).addcdiv_(get(tensor1), get(tensor2), get(value)); });
}

SL_EXPORT SLTensor_lerp_(TensorIn self, TensorIn end, TensorIn weight) {
    return guarded(__func__, [&] { get(self).lerp_(get(end), get(weight)); });
}

SL_EXPORT SLTensor_lerp_scalar_(TensorIn self, TensorIn end, ScalarIn weight) {
    return guarded(__func__, [&] { get(self).lerp_(get(end), get(weight)); });
}
