using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Owns one native random number generator.</summary>
internal sealed class GeneratorHandle : SafeHandle
{
    /// <summary>Stands for "the default generator of the device"; never owns anything.</summary>
    internal static readonly GeneratorHandle None = new();

    public GeneratorHandle()
        : base(0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    internal static GeneratorHandle Of(torch.Generator? generator) => generator is null ? None : generator.Handle;

    protected override bool ReleaseHandle() => NativeMethods.SLGenerator_dispose(handle) == (int)NativeStatus.Ok;
}
