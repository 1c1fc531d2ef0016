using System.Text.RegularExpressions;
using SynapseLab.Torch;
using TorchSharp;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Torch;

public sealed partial class ExtrasTests
{
    [Fact]
    public void LibtorchVersion_IsAVersion()
    {
        Assert.True(TorchRuntime.IsAvailable(out _));
        Assert.Matches(@"^\d+\.\d+", TorchRuntime.LibtorchVersion);
    }

    [Fact]
    public void Autocast_OnTheCpu_ComputesConvolutionsInBFloat16_AndEnds()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = rand([1, 1, 4, 4, 4]);
        Tensor weight = rand([1, 1, 3, 3, 3]);
        using (Autocast.Enter(DeviceType.CPU))
        {
            Assert.Equal(ScalarType.BFloat16, nn.functional.conv3d(x, weight).dtype);
            using (Autocast.Enter(DeviceType.CPU, enabled: false))
            {
                Assert.Equal(ScalarType.Float32, nn.functional.conv3d(x, weight).dtype);
            }

            Assert.Equal(ScalarType.BFloat16, nn.functional.conv3d(x, weight).dtype);
        }

        Assert.Equal(ScalarType.Float32, nn.functional.conv3d(x, weight).dtype);
    }

    [Fact]
    public void ChannelsLast3d_KeepsValues_AndChangesStrides()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = rand([1, 2, 2, 3, 4]);
        Tensor last = ChannelsLast3d.Apply(x);
        Assert.True(ChannelsLast3d.IsApplied(last));
        Assert.False(ChannelsLast3d.IsApplied(x));
        Assert.Equal(1, last.stride()[1]);
        Assert.True(x.equal(last));
    }

    [Fact]
    public void RandomState_RestoresTheDefaultGenerator()
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = manual_seed(9);
        Tensor state = RandomState.Get(CPU);
        Tensor first = generator.get_state();
        RandomState.Set(CPU, state);
        Assert.True(first.equal(RandomState.Get(CPU)));
    }

    [Fact]
    public void CudaDevices_WithoutCuda_AreNone()
    {
        Assert.SkipWhen(cuda.is_available(), "this machine has a GPU");
        Assert.Empty(CudaDevice.All());
    }

    [Fact]
    public void CudaDevices_WithCuda_HaveNamesAndMemory()
    {
        Assert.SkipUnless(cuda.is_available(), "this libtorch has no CUDA or sees no GPU");
        Assert.All(CudaDevice.All(), device => Assert.True(device.Name.Length > 0 && device.TotalMemoryBytes > 0));
    }

    [Fact]
    public void LoaderText_ListsPlaceCausesAndCures()
    {
        string text = NativeLibraryLoader.Explain(["/nowhere/libsynapse_torch.so"], "the file does not exist");
        Assert.Contains("/nowhere/libsynapse_torch.so", text, StringComparison.Ordinal);
        Assert.Contains("apt-get install libtorch-dev", text, StringComparison.Ordinal);
        Assert.Contains("SYNAPSE_TORCH_NATIVE", text, StringComparison.Ordinal);
    }

    [Fact]
    public void LoaderCandidates_WithOverride_AreOnlyTheOverride()
    {
        Assert.Equal(["/base/libsynapse_torch.so"], NativeLibraryLoader.Candidates(null, "/base"));
        Assert.Equal(["/other/shim.so"], NativeLibraryLoader.Candidates("/other/shim.so", "/base"));
        string folder = Path.GetTempPath();
        Assert.Equal([Path.Combine(folder, "libsynapse_torch.so")], NativeLibraryLoader.Candidates(folder, "/base"));
    }

    [Theory]
    [InlineData("shim.h", "Status", typeof(NativeStatus))]
    [InlineData("shim.h", "ScalarKind", typeof(NativeScalarKind))]
    [InlineData("distributed.cpp", "DistributedBackend", typeof(DistributedBackend))]
    [InlineData("tensor_index.cpp", "IndexKind", typeof(NativeIndexKind))]
    public void Enum_IsTheSameOnBothSides(string file, string name, Type managed)
    {
        string source = File.ReadAllText(Path.Combine(Repository.Root, "SynapseLab.Torch", "native", "src", file));
        string body = Regex.Match(source, $@"enum {name} : int32_t \{{([^}}]*)\}}").Groups[1].Value;
        Dictionary<string, int> native = Member().Matches(body).ToDictionary(match => match.Groups[1].Value, match => int.Parse(match.Groups[2].Value, null));
        Assert.NotEmpty(native);
        Assert.Equal(Enum.GetNames(managed).ToDictionary(member => member, member => (int)Enum.Parse(managed, member)), native);
    }

    [Fact]
    public void AbiVersion_IsTheSameOnBothSides()
        => Assert.Contains(
            $"kAbiVersion = {NativeMethods.AbiVersion};",
            File.ReadAllText(Path.Combine(Repository.Root, "SynapseLab.Torch", "native", "src", "shim.h")),
            StringComparison.Ordinal);

    [GeneratedRegex(@"k(\w+) = (\d+)")]
    private static partial Regex Member();
}
