using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Elementwise functions of one tensor. (native/src/tensor_pointwise.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLTensor_abs(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_neg(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_exp(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_log(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_log1p(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_sqrt(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_rsqrt(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_square(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_erf(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_erfinv(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_reciprocal(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_relu(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_sigmoid(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_tanh(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_sin(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_cos(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_floor(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_ceil(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_round(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_sign(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_abs_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_neg_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_exp_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_log_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_log1p_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_sqrt_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_rsqrt_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_square_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_erf_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_erfinv_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_reciprocal_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_relu_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_sigmoid_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_tanh_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_sin_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_cos_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_floor_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_ceil_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_round_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_atan2(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_clamp(TensorHandle self, NativeScalar min, NativeScalar max, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_clamp_(TensorHandle self, NativeScalar min, NativeScalar max);

    [LibraryImport(Library)]
    internal static partial int SLTensor_logical_not(TensorHandle self, out TensorHandle result);
}
