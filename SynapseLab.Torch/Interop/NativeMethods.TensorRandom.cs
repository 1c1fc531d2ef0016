using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Random fills; each draw comes from the generator that is given, or from the default one of the device. (native/src/tensor_random.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLTensor_normal_(TensorHandle self, double mean, double std, GeneratorHandle generator);

    [LibraryImport(Library)]
    internal static partial int SLTensor_uniform_(TensorHandle self, double from, double to, GeneratorHandle generator);

    [LibraryImport(Library)]
    internal static partial int SLTensor_bernoulli_(TensorHandle self, double p, GeneratorHandle generator);

    [LibraryImport(Library)]
    internal static partial int SLTensor_bernoulli(TensorHandle self, GeneratorHandle generator, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_random_(TensorHandle self, long from, long to, GeneratorHandle generator);

    [LibraryImport(Library)]
    internal static partial int SLTensor_exponential_(TensorHandle self, double lambda, GeneratorHandle generator);

    [LibraryImport(Library)]
    internal static partial int SLTensor_multinomial(TensorHandle self, long numSamples, int replacement, GeneratorHandle generator,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_rand(long[]? size, long sizeCount, int dtype, int deviceType, int deviceIndex,
        GeneratorHandle generator, int requiresGrad, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_randn(long[]? size, long sizeCount, int dtype, int deviceType, int deviceIndex,
        GeneratorHandle generator, int requiresGrad, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_randint(long low, long high, long[]? size, long sizeCount, int dtype, int deviceType,
        int deviceIndex, GeneratorHandle generator, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_randperm(long n, int dtype, int deviceType, int deviceIndex, GeneratorHandle generator,
        out TensorHandle result);
}
