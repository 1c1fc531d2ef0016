using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Torch;

/// <summary>Gradients against central differences in double precision.</summary>
public sealed class AutogradTests
{
    private const double StepSize = 1e-6;
    private const double Tolerance = 1e-5;

    public static TheoryData<string> Functions() => [.. s_functions.Keys];

    private static readonly Dictionary<string, Func<Tensor, Tensor>> s_functions = new()
    {
        ["conv3d"] = x => nn.functional.conv3d(x, Ramp(2, 2, 2, 2, 2), Ramp(2), strides: [2, 1, 1], padding: [1, 1, 1]),
        ["batch_norm"] = x => nn.functional.batch_norm(x, null, null, Ramp(2), Ramp(2), training: true).pow(3),
        ["group_norm"] = x => nn.functional.group_norm(x, 1, Ramp(2), Ramp(2)).pow(3),
        ["max_pool3d"] = x => nn.functional.max_pool3d(x, [2, 2, 2]),
        ["adaptive_avg_pool3d"] = x => nn.functional.adaptive_avg_pool3d(x, [1, 2, 1]),
        ["linear"] = x => nn.functional.linear(x.flatten(1), Ramp(3, 54), Ramp(3)),
        ["normalize"] = x => nn.functional.normalize(x.flatten(1)),
        ["log_softmax"] = x => x.flatten(1).log_softmax(1),
        ["logsumexp"] = x => x.flatten(1).logsumexp(1),
        ["cross_entropy"] = x => nn.functional.cross_entropy(x.flatten(1), tensor(new long[] { 3, 5 }), label_smoothing: 0.1),
        ["interpolate"] = x => nn.functional.interpolate(x, [4, 2, 5], mode: InterpolationMode.Trilinear, align_corners: false),
        ["grid_sample"] = x => nn.functional.grid_sample(x, nn.functional.affine_grid(Ramp(2, 3, 4), [2, 2, 3, 3, 3]), padding_mode: GridSamplePaddingMode.Border),
        ["index"] = x => x[TensorIndex.Ellipsis, 1..],
        ["cat_and_rot90"] = x => cat([x, x.rot90(1, (2, 4))], 1),
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void Backward_AgainstCentralDifferences_Agrees(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        using var generator = new Generator(11);
        Tensor x = randn([2, 2, 3, 3, 3], float64, generator: generator).requires_grad_();
        Tensor weights = randn(s_functions[name](x).shape, float64, generator: generator);
        Tensor Value(Tensor input) => (s_functions[name](input) * weights).sum();
        Value(x).backward();
        double[] gradient = x.grad!.data<double>().ToArray();

        double[] point = x.detach().data<double>().ToArray();
        for (int i = 0; i < point.Length; i++)
        {
            double slope = (At(point, i, StepSize) - At(point, i, -StepSize)) / (2 * StepSize);
            Assert.Equal(slope, gradient[i], Tolerance * Math.Max(1, Math.Abs(slope)));
        }

        double At(double[] values, int i, double offset)
        {
            using DisposeScope inner = NewDisposeScope();
            double[] moved = [.. values];
            moved[i] += offset;
            return Value(tensor(moved, [2, 2, 3, 3, 3])).item<double>();
        }
    }

    [Fact]
    public void Backward_Twice_AddsGradients()
    {
        using DisposeScope scope = NewDisposeScope();
        using var p = new Parameter(tensor(new[] { 2.0f }));
        p.square().sum().backward();
        p.square().sum().backward();
        Assert.Equal(8, p.grad!.item<float>());
    }

    [Fact]
    public void NoGrad_RecordsNothing_AndEnds()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = ones([2], requires_grad: true);
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
        }

        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void AutogradGrad_OfUnusedInput_GivesNullWhereAllowed()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = ones([2], requires_grad: true);
        Tensor unused = ones([2], requires_grad: true);
        IList<Tensor> gradients = autograd.grad([(x * 3).sum()], [x, unused], allow_unused: true);
        Assert.Equal([3f, 3f], gradients[0].data<float>().ToArray());
        Assert.Null(gradients[1]);
    }

    // 0.1, 0.3, … with alternating signs: no two elements alike, none 0.
    private static Tensor Ramp(params long[] shape)
    {
        long count = shape.Aggregate(1L, (a, b) => a * b);
        return tensor([.. Enumerable.Range(0, (int)count).Select(i => (i % 2 == 0 ? 1 : -1) * (0.1 + (0.2 * i / count)))], shape);
    }
}
