// Gradients.
#include "shim.h"

using namespace synapse;

SL_EXPORT SLAutograd_backward(TensorIn self, TensorIn gradient, int32_t retain_graph, int32_t create_graph) {
    return guarded(__func__, [&] {
        get(self).backward(gradient == nullptr ? Tensor() : *gradient, optional<bool>(retain_graph != 0), create_graph != 0);
    });
}

SL_EXPORT SLAutograd_requires_grad(TensorIn self, int32_t* result) {
    return guarded(__func__, [&] { give_value<int32_t>(result, get(self).requires_grad() ? 1 : 0); });
}

SL_EXPORT SLAutograd_requires_grad_(TensorIn self, int32_t requires_grad) {
    return guarded(__func__, [&] { get(self).requires_grad_(requires_grad != 0); });
}

SL_EXPORT SLAutograd_is_leaf(TensorIn self, int32_t* result) {
    return guarded(__func__, [&] { give_value<int32_t>(result, get(self).is_leaf() ? 1 : 0); });
}

SL_EXPORT SLAutograd_retain_grad(TensorIn self) {
    return guarded(__func__, [&] { get(self).retain_grad(); });
}

SL_EXPORT SLAutograd_grad(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).grad()); });
}

SL_EXPORT SLAutograd_set_grad(TensorIn self, TensorIn gradient) {
    return guarded(__func__, [&] { get(self).mutable_grad() = gradient == nullptr ? Tensor() : *gradient; });
}

SL_EXPORT SLAutograd_detach(TensorIn self, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).detach()); });
}

SL_EXPORT SLAutograd_detach_(TensorIn self) {
    return guarded(__func__, [&] { get(self).detach_(); });
}
