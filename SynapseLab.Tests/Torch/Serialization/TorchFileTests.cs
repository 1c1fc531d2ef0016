using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Torch.Serialization;

/// <summary>Files of Python, and what is read from them.</summary>
public sealed class TorchFileTests
{
    [Fact]
    public void ReadDictionary_FileOfPython_HasItsValues()
    {
        var file = TorchFile.ReadDictionary(TorchFileSamples.Fixture("checkpoint.pt"));

        Assert.Equal(3L, file["epoch"]);
        Assert.Equal(1L << 40, file["large"]);
        Assert.Equal(-70000L, file["negative"]);
        Assert.Equal(1e-3, file["rate"]);
        Assert.Equal("Synapse µ", file["text"]);
        Assert.Null(file["none"]);
        Assert.Equal(true, file["flag"]);
        var list = file.Get<List<object?>>("list");
        Assert.Equal([1L, 2.5, "x"], list.Take(3));
        Assert.Equal([null], Assert.IsType<List<object?>>(list[3]));
        Assert.Equal([4f], file.Get<TorchDictionary>("state").Get<TorchDictionary>(0L).Get<TensorData>("step").ToArray<float>());
        Assert.Equal(["weight", "bias", "running_mean", "running_var", "num_batches_tracked"], file.Get<TorchDictionary>("model_state_dict").Keys);
    }

    [Fact]
    public void ReadDictionary_TensorsOfPython_AreContiguousWithTheirTypes()
    {
        var file = TorchFile.ReadDictionary(TorchFileSamples.Fixture("checkpoint.pt"));

        var transposed = file.Get<TensorData>("transposed");
        Assert.Equal([4L, 3L], transposed.Shape);
        Assert.Equal([0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11], transposed.ToArray<float>());
        Assert.Equal([5, 6, 7], file.Get<TensorData>("slice").ToArray<float>());
        Assert.Empty(file.Get<TensorData>("scalar").Shape);
        Assert.Equal([0L, 4L], file.Get<TensorData>("empty").Shape);
        Assert.Equal([1, 1], file.Get<TensorData>("parameter").ToArray<float>());
        var types = file.Get<TorchDictionary>("dtypes");
        Assert.Equal([1.5f, -2f], types.Get<TensorData>("float32").ToArray<float>());
        Assert.Equal([0.1], types.Get<TensorData>("float64").ToArray<double>());
        Assert.Equal([(Half)0.5], types.Get<TensorData>("float16").ToArray<Half>());
        Assert.Equal([0x80, 0x3f], types.Get<TensorData>("bfloat16").Bytes);
        Assert.Equal([1L << 40], types.Get<TensorData>("int64").ToArray<long>());
        Assert.Equal([-7], types.Get<TensorData>("int32").ToArray<int>());
        Assert.Equal([255], types.Get<TensorData>("uint8").ToArray<byte>());
        Assert.Equal([true, false], types.Get<TensorData>("bool").ToArray<bool>());
    }

    [Fact]
    public void ReadDictionary_FileFromBefore16_HasItsValues()
    {
        var file = TorchFile.ReadDictionary(TorchFileSamples.Fixture("legacy.pt"));

        Assert.Equal((3L, "resnet-18"), (file["epoch"], file["arch"]));
        var weights = file.Get<TorchDictionary>("state_dict");
        Assert.Equal(["module.weight", "module.shared", "module.tied", "module.count", "module.half", "module.none"], weights.Keys);
        Assert.Equal([2L, 3L], weights.Get<TensorData>("module.weight").Shape);
        Assert.Equal([0, 1, 2, 3, 4, 5], weights.Get<TensorData>("module.weight").ToArray<float>());
        Assert.Equal([5, 6, 7], weights.Get<TensorData>("module.shared").ToArray<float>());
        Assert.Equal([0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11], weights.Get<TensorData>("module.tied").ToArray<float>());
        Assert.Equal([1L << 40], weights.Get<TensorData>("module.count").ToArray<long>());
        Assert.Equal([(Half)0.5], weights.Get<TensorData>("module.half").ToArray<Half>());
        Assert.Equal([0L, 4L], weights.Get<TensorData>("module.none").Shape);
    }
}
