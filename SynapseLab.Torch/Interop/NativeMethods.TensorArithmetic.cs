using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Elementwise arithmetic with a tensor or a number; sizes broadcast. (native/src/tensor_arithmetic.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLTensor_add(TensorHandle self, TensorHandle other, NativeScalar alpha, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_add_scalar(TensorHandle self, NativeScalar scalar, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_sub(TensorHandle self, TensorHandle other, NativeScalar alpha, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_sub_scalar(TensorHandle self, NativeScalar scalar, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_mul(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_mul_scalar(TensorHandle self, NativeScalar scalar, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_div(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_div_scalar(TensorHandle self, NativeScalar scalar, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_pow(TensorHandle self, TensorHandle exponent, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_pow_scalar(TensorHandle self, NativeScalar exponent, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_remainder_scalar(TensorHandle self, NativeScalar divisor, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_addcmul(TensorHandle self, TensorHandle tensor1, TensorHandle tensor2, NativeScalar value,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_addcdiv(TensorHandle self, TensorHandle tensor1, TensorHandle tensor2, NativeScalar value,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_lerp(TensorHandle self, TensorHandle end, TensorHandle weight, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_lerp_scalar(TensorHandle self, TensorHandle end, NativeScalar weight, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_add_(TensorHandle self, TensorHandle other, NativeScalar alpha);

    [LibraryImport(Library)]
    internal static partial int SLTensor_add_scalar_(TensorHandle self, NativeScalar scalar);

    [LibraryImport(Library)]
    internal static partial int SLTensor_sub_(TensorHandle self, TensorHandle other, NativeScalar alpha);

    [LibraryImport(Library)]
    internal static partial int SLTensor_sub_scalar_(TensorHandle self, NativeScalar scalar);

    [LibraryImport(Library)]
    internal static partial int SLTensor_mul_(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial int SLTensor_mul_scalar_(TensorHandle self, NativeScalar scalar);

    [LibraryImport(Library)]
    internal static partial int SLTensor_div_(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial int SLTensor_div_scalar_(TensorHandle self, NativeScalar scalar);

    [LibraryImport(Library)]
    internal static partial int SLTensor_pow_(TensorHandle self, TensorHandle exponent);

    [LibraryImport(Library)]
    internal static partial int SLTensor_pow_scalar_(TensorHandle self, NativeScalar exponent);

    [LibraryImport(Library)]
    internal static partial int SLTensor_remainder_scalar_(TensorHandle self, NativeScalar divisor);

    [LibraryImport(Library)]
    internal static partial int SLTensor_addcmul_(TensorHandle self, TensorHandle tensor1, TensorHandle tensor2, NativeScalar value);

    [LibraryImport(Library)]
    internal static partial int SLTensor_addcdiv_(TensorHandle self, TensorHandle tensor1, TensorHandle tensor2, NativeScalar value);

    [LibraryImport(Library)]
    internal static partial int SLTensor_lerp_(TensorHandle self, TensorHandle end, TensorHandle weight);

    [LibraryImport(Library)]
    internal static partial int SLTensor_lerp_scalar_(TensorHandle self, TensorHandle end, NativeScalar weight);
}
