using System.Text;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Torch.Serialization;

/// <summary>Pickles that no torch.save writes, byte by byte: what stands where a list, a tuple or a storage belongs is None, or is missing.</summary>
public sealed class HostilePickleTests
{
    private const string OneFloat = "(X\u0007\0\0\0storagectorch\nFloatStorage\nX\u0001\0\0\00X\u0003\0\0\0cpuK\u0001tQ";

    [Theory]
    [InlineData("NNR.")]
    [InlineData("NN).")]
    [InlineData("N)R.")]
    [InlineData("NK\u0001a.")]
    [InlineData("N(K\u0001e.")]
    [InlineData("N(K\u0001K\u0002u.")]
    [InlineData("}(K\u0001u.")]
    [InlineData("}(K\u0001K\u0002K\u0003u.")]
    [InlineData("NQ.")]
    [InlineData("(Q.")]
    [InlineData("N}b.")]
    [InlineData("ctorch._utils\n_rebuild_tensor_v2\n(NNNNtR.")]
    [InlineData("ctorch._utils\n_rebuild_tensor_v2\n(" + OneFloat + "NNNtR.")]
    [InlineData("ctorch._utils\n_rebuild_tensor_v2\n(" + OneFloat + "K\0(Nt(K\u0001ttR.")]
    [InlineData("ctorch._utils\n_rebuild_tensor_v2\n(" + OneFloat + "K\0N)tR.")]
    [InlineData("ctorch._utils\n_rebuild_parameter\n(NtR.")]
    [InlineData("ctorch._utils\n_rebuild_parameter\n(K\u0001tR.")]
    [InlineData("h\0.")]
    [InlineData("q\0.")]
    [InlineData("t.")]
    [InlineData("")]
    public void Read_WhatFitsNotTogether_ReadsOrThrowsTorchFileException(string pickle)
    {
        var error = Record.Exception(() => Reader(pickle, 1 << 20).Read());

        Assert.True(error is null or TorchFileException, $"{error}");
    }

    [Fact]
    public void Read_OneElementSaidToBeMillions_IsRefusedBeforeTheyAreMade()
    {
        // (268435456,) with stride 0 over one float: a gibibyte.
        const string Tensor = "ctorch._utils\n_rebuild_tensor_v2\n(" + OneFloat + "K\0(J\0\0\0\u0010t(K\0ttR.";

        var error = Assert.Throws<TorchFileException>(() => Reader(Tensor, 1 << 20).Read());

        Assert.Contains("1,073,741,824 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManyTensorsOfOneStorage_AreRefusedOnceTheyPassTheLimit()
    {
        string tensor = "ctorch._utils\n_rebuild_tensor_v2\n(" + OneFloat + "K\0(Kdt(K\0ttR";

        Reader($"]({string.Concat(Enumerable.Repeat(tensor, 10))}e.", 4_000).Read();
        Assert.Throws<TorchFileException>(() => Reader($"]({string.Concat(Enumerable.Repeat(tensor, 11))}e.", 4_000).Read());
    }

    private static PickleReader Reader(string pickle, long mostTensorBytes) => new(Encoding.Latin1.GetBytes(pickle), _ => new byte[4], mostTensorBytes);
}
