using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Torch;

/// <summary>The seam from both sides: each P/Invoke has its export, each export its P/Invoke, and each export answers nonsense with a status.</summary>
public sealed unsafe class ShimExportsTests
{
    // Where zeros are good arguments: telling the ABI's version, the last error and so on needs only a place for the answer, which is absent here;
    // every export is expected to refuse a call with nothing but zeros.
    public static TheoryData<string> Exports() => [.. PInvokes()];

    [Fact]
    public void Exports_AgainstPInvokes_AreTheSame()
    {
        SortedSet<string> exported = new(ElfSymbols.Defined(LibraryPath()).Where(name => name.StartsWith("SL", StringComparison.Ordinal)), StringComparer.Ordinal);
        SortedSet<string> imported = new(PInvokes(), StringComparer.Ordinal);
        Assert.Equal(imported, exported);
    }

    [Fact]
    public void Exports_BesidesOurs_AreHidden()
        => Assert.DoesNotContain(ElfSymbols.Defined(LibraryPath()), name => name.Contains("synapse", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Exports))]
    public void Export_CalledWithZeros_RefusesAndSaysWhy(string name)
    {
        NativeLibrary.TryGetExport(NativeLibraryLoader.Library, name, out nint export);

        // On x86-64 surplus arguments do no harm: six travel in registers, the rest on the stack, floating-point ones in registers of their own.
        var call = (delegate* unmanaged<nint, nint, nint, nint, nint, nint, nint, nint, nint, nint, nint, nint, nint, nint, nint, nint, nint, nint, nint, nint, int>)export;
        int status = call(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        Assert.NotEqual((int)NativeStatus.Ok, status);
        if (name != nameof(NativeMethods.SLRuntime_last_error))
        {
            NativeMethods.SLRuntime_last_error(out nint text);
            Assert.StartsWith(name + ": ", Marshal.PtrToStringUTF8(text), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ThrowIfFailed_OnMismatchedShapes_NamesFunctionAndCarriesLibtorchsMessage()
    {
        using Tensor a = zeros(2, 3);
        using Tensor b = zeros(4, 5);
        SynapseLab.Torch.TorchException e = Assert.Throws<SynapseLab.Torch.TorchException>(() => a.mm(b));
        Assert.Contains("torch.mm failed", e.Message, StringComparison.Ordinal);
        Assert.Contains("2x3", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ThrowIfFailed_OnImpossibleSize_IsOutOfMemory()
        => Assert.Throws<SynapseLab.Torch.TorchOutOfMemoryException>(() => empty(1L << 50));

    private static IEnumerable<string> PInvokes()
        => typeof(NativeMethods).GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Select(method => method.Name)
            .Where(name => name.StartsWith("SL", StringComparison.Ordinal))
            .Distinct();

    private static string LibraryPath()
    {
        _ = NativeLibraryLoader.Library;
        return Path.Combine(AppContext.BaseDirectory, "libsynapse_torch.so");
    }
}
