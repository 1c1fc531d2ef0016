using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Random number generators (native/src/generator.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLGenerator_new(ulong seed, int deviceType, int deviceIndex, out GeneratorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLGenerator_default(int deviceType, int deviceIndex, out GeneratorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLGenerator_dispose(nint generator);

    [LibraryImport(Library)]
    internal static partial int SLGenerator_manual_seed(GeneratorHandle self, ulong seed);

    [LibraryImport(Library)]
    internal static partial int SLGenerator_current_seed(GeneratorHandle self, out ulong result);

    [LibraryImport(Library)]
    internal static partial int SLGenerator_get_state(GeneratorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLGenerator_set_state(GeneratorHandle self, TensorHandle state);
}
