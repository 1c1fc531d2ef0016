using System.Text.Json;
using SynapseLab.Engine.Optimisation;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Optimisation;

public sealed class LarsTests
{
    private static readonly JsonElement s_fixture = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Optimisation", "lars.json"))).RootElement;

    private static readonly double[] s_rates = [.. s_fixture.GetProperty("rates").EnumerateArray().Select(rate => rate.GetDouble())];

    [Fact]
    public void Step_OnFixedGradients_FollowsTheFormula()
    {
        using var scope = NewDisposeScope();
        var parameters = Start();
        using var lars = Make(parameters);
        for (int step = 0; step < s_rates.Length; step++)
        {
            Step(lars, parameters, step);
            float[][] expected = Floats(s_fixture.GetProperty("after")[step]);
            Assert.All(
                parameters.Zip(expected),
                pair => Assert.All(pair.First.data<float>().ToArray().Zip(pair.Second), value => Assert.Equal(value.Second, value.First, 1e-6f)));
        }
    }

    [Fact]
    public void Load_InMidRun_ContinuesBitEqual()
    {
        using var scope = NewDisposeScope();
        var straight = Start();
        using var first = Make(straight);
        Step(first, straight, 0);
        Step(first, straight, 1);

        Parameter[] resumed = [.. straight.Select(parameter => new Parameter(parameter.clone()))];
        using var second = Make(resumed);
        second.Load(first.Save());
        for (int step = 2; step < s_rates.Length; step++)
        {
            Step(first, straight, step);
            Step(second, resumed, step);
        }

        Assert.All(straight.Zip(resumed), pair => Assert.Equal(pair.First.data<float>().ToArray(), pair.Second.data<float>().ToArray()));
    }

    [Fact]
    public void Step_GradientTimesAThousand_MovesWeightsAsFarAndBiasesAThousandTimes()
    {
        using var scope = NewDisposeScope();
        float Moved(Parameter parameter, float gradient)
        {
            float[] before = parameter.data<float>().ToArray();
            using var lars = OptimizerCatalogue.Create("lars", [parameter], weightDecay: 0);
            parameter.grad = full_like(parameter, gradient);
            lars.LearningRate = 1;
            lars.Step();
            return before[0] - parameter.data<float>()[0];
        }

        Assert.Equal(1, Moved(new Parameter(ones(2, 2)), 1000) / Moved(new Parameter(ones(2, 2)), 1), 1e-3f);
        Assert.Equal(0.001f, Moved(new Parameter(ones(2, 2)), 1), 1e-6f); // trust · ‖w‖ / ‖g‖ · g
        Assert.Equal(1000, Moved(new Parameter(ones(2)), 1000) / Moved(new Parameter(ones(2)), 1), 1e-1f);
    }

    private static Optimizer Make(Parameter[] parameters) =>
        OptimizerCatalogue.Create("lars", parameters, s_fixture.GetProperty("weight_decay").GetDouble());

    private static Parameter[] Start() =>
    [
        .. Floats(s_fixture.GetProperty("start")).Zip(s_fixture.GetProperty("shapes").EnumerateArray()).Select(
            pair => new Parameter(tensor(pair.First, [.. pair.Second.EnumerateArray().Select(length => length.GetInt64())]))),
    ];

    private static void Step(Optimizer lars, Parameter[] parameters, int step)
    {
        foreach (var (parameter, gradient) in parameters.Zip(Floats(s_fixture.GetProperty("gradients")[step])))
        {
            parameter.grad = tensor(gradient, parameter.shape);
        }

        lars.LearningRate = s_rates[step];
        lars.Step();
    }

    private static float[][] Floats(JsonElement arrays) =>
        [.. arrays.EnumerateArray().Select(array => array.EnumerateArray().Select(value => value.GetSingle()).ToArray())];
}
