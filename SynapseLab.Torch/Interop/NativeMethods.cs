using System.Runtime.CompilerServices;

namespace TorchSharp.Interop;

/// <summary>The shim's exports, one partial per unit of native/src; nothing but P/Invokes.</summary>
internal static partial class NativeMethods
{
    /// <summary>Resolved by <see cref="NativeLibraryLoader"/>.</summary>
    internal const string Library = "synapse_torch";

    /// <summary>Must equal kAbiVersion in native/src/shim.h.</summary>
    internal const int AbiVersion = 2;

    static NativeMethods() => RuntimeHelpers.RunClassConstructor(typeof(NativeLibraryLoader).TypeHandle);
}
