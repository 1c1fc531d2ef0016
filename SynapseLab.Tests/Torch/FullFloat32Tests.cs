using SynapseLab.Torch;
using TorchSharp.Interop;

namespace SynapseLab.Tests.Torch;

/// <summary>libtorch's switch for TF32, which is there without a GPU too. One of the whole process: nothing else may embed cubes meanwhile.</summary>
[Collection(nameof(LiveTensorCountTests))]
public sealed class FullFloat32Tests
{
    [Fact]
    public void Enter_Nested_HoldsUntilTheLastIsDisposedAndThenRestores()
    {
        Assert.True(IsTf32Allowed()); // libtorch's own default
        FullFloat32 outer = FullFloat32.Enter(), inner = FullFloat32.Enter();
        Assert.False(IsTf32Allowed());
        outer.Dispose();
        outer.Dispose();
        Assert.False(IsTf32Allowed());
        inner.Dispose();
        Assert.True(IsTf32Allowed());
    }

    // The switch can only be read by setting it.
    private static bool IsTf32Allowed()
    {
        NativeMethods.SLRuntime_set_allow_tf32(0, out int before);
        NativeMethods.SLRuntime_set_allow_tf32(before, out _);
        return before != 0;
    }
}
