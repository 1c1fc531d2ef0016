using SynapseLab.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Torch;

public sealed class TensorTests
{
    // The name by which libtorch itself prints the type of the tensor.
    [Theory]
    [InlineData(ScalarType.Byte, "CPUByteType")]
    [InlineData(ScalarType.Int8, "CPUCharType")]
    [InlineData(ScalarType.Int16, "CPUShortType")]
    [InlineData(ScalarType.Int32, "CPUIntType")]
    [InlineData(ScalarType.Int64, "CPULongType")]
    [InlineData(ScalarType.Float16, "CPUHalfType")]
    [InlineData(ScalarType.Float32, "CPUFloatType")]
    [InlineData(ScalarType.Float64, "CPUDoubleType")]
    [InlineData(ScalarType.ComplexFloat32, "CPUComplexFloatType")]
    [InlineData(ScalarType.ComplexFloat64, "CPUComplexDoubleType")]
    [InlineData(ScalarType.Bool, "CPUBoolType")]
    [InlineData(ScalarType.BFloat16, "CPUBFloat16Type")]
    public void ScalarType_IsNumberedAsInLibtorch(ScalarType type, string name)
    {
        using Tensor made = zeros([2], type);
        Assert.Contains(name, made.str(), StringComparison.Ordinal);
        Assert.Equal(type, made.dtype);
        Assert.Equal(made.numel() * made.element_size(), made.bytes.Length);
    }

    [Fact]
    public void Data_OfTransposedTensor_IsInLogicalOrder()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor transposed = arange(6).reshape(2, 3).t();
        Assert.Equal([0L, 3, 1, 4, 2, 5], transposed.data<long>().ToArray());
        Assert.Equal(4, transposed.data<long>()[1, 1]);
        Assert.Equal(4, transposed.data<long>()[3]);
        Assert.Equal([1L, 3], transposed.stride());
    }

    [Fact]
    public void Data_OfAnotherElementType_SaysBoth()
    {
        using Tensor made = zeros(2);
        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() => made.data<double>());
        Assert.Contains("Float64", e.Message, StringComparison.Ordinal);
        Assert.Contains("Float32", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromArray_OfThreeRanks_KeepsShapeAndOrder()
    {
        using Tensor made = from_array(new[, ,] { { { 1f, 2f }, { 3f, 4f } } });
        Assert.Equal([1L, 2, 2], made.shape);
        Assert.Equal([1f, 2, 3, 4], made.data<float>().ToArray());
    }

    [Fact]
    public void Index_WithEveryKind_SelectsAsPyTorch()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = arange(24).reshape(2, 3, 4);
        Assert.Equal(23, x[1, 2, 3].item<long>());
        Assert.Equal([2L, 4], x[TensorIndex.Colon, -1].shape);
        Assert.Equal([1L, 5, 9, 13, 17, 21], x[TensorIndex.Ellipsis, 1].flatten().data<long>().ToArray());
        Assert.Equal([0L, 2], x[0, 0, TensorIndex.Slice(step: 2)].data<long>().ToArray());
        Assert.Equal([1L, 2], x[0, 0, 1..^1].data<long>().ToArray());
        Assert.Equal([2L, 1, 3, 4], x[TensorIndex.Colon, TensorIndex.Null].shape);
        Assert.Equal([8L, 0], x[0, tensor(new long[] { 2, 0 }), 0].data<long>().ToArray());
        Assert.Equal([21L, 22, 23], x[x > 20].data<long>().ToArray());
    }

    [Fact]
    public void IndexPut_WithMaskAndSlice_WritesThere()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = arange(6).reshape(2, 3);
        x[0, 1..] = tensor(new long[] { -1, -2 });
        x.index_put_(9, x > 4);
        Assert.Equal([0L, -1, -2, 3, 4, 9], x.data<long>().ToArray());
    }

    [Fact]
    public void Arithmetic_WithWholeScalar_KeepsWholeNumbers()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal(ScalarType.Int64, (arange(3) + 1).dtype);
        Assert.Equal(ScalarType.Float32, (arange(3) + 1.5).dtype);
        Assert.Equal([3L, 2, 1], (3 - arange(3)).data<long>().ToArray());
    }

    [Fact]
    public void InPlace_ReturnsTheSameObject()
    {
        using Tensor x = ones(2);
        Assert.Same(x, x.add_(1).mul_(3));
        Assert.Equal([6f, 6f], x.data<float>().ToArray());
    }

    [Fact]
    public void Grad_IsNullBeforeBackward_AndCanBeSet()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = ones([2], requires_grad: true);
        Assert.Null(x.grad);
        x.grad = full([2], 4);
        Assert.Equal([4f, 4f], x.grad!.data<float>().ToArray());
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Theory]
    [InlineData("cpu", DeviceType.CPU, -1)]
    [InlineData("cuda", DeviceType.CUDA, 0)]
    [InlineData("cuda:3", DeviceType.CUDA, 3)]
    public void Device_FromName_HasKindAndNumber(string name, DeviceType type, int index)
        => Assert.Equal(new Device(type, index), new Device(name));

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda:x")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:0:0")]
    public void Device_FromUnknownName_SaysWhatIsPossible(string name)
        => Assert.Contains("'cuda:N'", Assert.Throws<ArgumentException>(() => new Device(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void To_CudaWithoutCuda_IsALibtorchError()
    {
        Assert.SkipWhen(cuda.is_available(), "this machine has a GPU");
        using Tensor x = ones(2);
        Assert.Throws<TorchException>(() => x.to("cuda:0"));
    }

    [Fact]
    public void SvdAndEigh_OfASmallMatrix_Recompose()
    {
        using DisposeScope scope = NewDisposeScope();
        using var generator = new Generator(2);
        Tensor x = randn([4, 3], float64, generator: generator);
        (Tensor u, Tensor s, Tensor vh) = linalg.svd(x, fullMatrices: false);
        Assert.True((u * s).matmul(vh).allclose(x));
        (Tensor values, Tensor vectors) = linalg.eigh(x.t().matmul(x));
        Assert.True(values.flip(0).sqrt().allclose(s));
        Assert.True((vectors * values).matmul(vectors.t()).allclose(x.t().matmul(x)));
    }
}
