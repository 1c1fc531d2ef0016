using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Torch;

public sealed class OptimizerTests
{
    private static readonly JsonElement s_fixture = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Torch", "optimizers.json"))).RootElement;

    public static TheoryData<int> Cases() => [.. Enumerable.Range(0, s_fixture.GetProperty("cases").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Step_OnFixedGradients_FollowsPyTorch(int number)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement expected = s_fixture.GetProperty("cases")[number];
        using var parameter = new Parameter(tensor(Floats(s_fixture.GetProperty("start"))));
        using OptimizerHelper optimizer = Make(expected, parameter);
        int step = 0;
        foreach (JsonElement gradient in s_fixture.GetProperty("gradients").EnumerateArray())
        {
            parameter.grad = tensor(Floats(gradient));
            optimizer.step();
            float[] after = Floats(expected.GetProperty("after")[step++]);
            Assert.All(parameter.data<float>().ToArray().Zip(after), pair => Assert.Equal(pair.Second, pair.First, 1e-6f));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void LoadStateDict_InMidRun_ContinuesBitEqual(int number)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement settings = s_fixture.GetProperty("cases")[number];
        float[][] gradients = [.. s_fixture.GetProperty("gradients").EnumerateArray().Select(Floats)];
        using var straight = new Parameter(tensor(Floats(s_fixture.GetProperty("start"))));
        using OptimizerHelper first = Make(settings, straight);
        Run(first, straight, gradients[..3]);

        using var resumed = new Parameter(straight.clone());
        using OptimizerHelper second = Make(settings, resumed);
        second.load_state_dict(first.state_dict());
        Run(first, straight, gradients[3..]);
        Run(second, resumed, gradients[3..]);

        Assert.Equal(straight.data<float>().ToArray(), resumed.data<float>().ToArray());
    }

    [Fact]
    public void LearningRate_OfEachGroup_ActsOnItsOwnParameters()
    {
        using DisposeScope scope = NewDisposeScope();
        using var slow = new Parameter(zeros(1));
        using var fast = new Parameter(zeros(1));
        using SGD optimizer = optim.SGD([new SGD.ParamGroup([slow], lr: 1), new SGD.ParamGroup([fast])], learningRate: 2);
        optimizer.ParamGroups.First().LearningRate = 0.5;
        (slow.grad, fast.grad) = (ones(1), ones(1));
        optimizer.step();
        Assert.Equal(-0.5f, slow.item<float>());
        Assert.Equal(-2f, fast.item<float>());
    }

    [Fact]
    public void LoadStateDict_OfAnotherNumberOfParameters_SaysHowMany()
    {
        using DisposeScope scope = NewDisposeScope();
        using var one = new Parameter(zeros(1));
        using var two = new Parameter(zeros(1));
        using Adam small = optim.Adam([one]);
        using Adam large = optim.Adam([one, two]);
        ArgumentException e = Assert.Throws<ArgumentException>(() => small.load_state_dict(large.state_dict()));
        Assert.Contains("1 parameters, the state 1 and 2", e.Message, StringComparison.Ordinal);
    }

    private static void Run(OptimizerHelper optimizer, Parameter parameter, float[][] gradients)
    {
        foreach (float[] gradient in gradients)
        {
            parameter.grad = tensor(gradient);
            optimizer.step();
        }
    }

    private static OptimizerHelper Make(JsonElement expected, Parameter parameter)
    {
        JsonElement settings = expected.GetProperty("settings");
        double Get(string name, double otherwise) => settings.TryGetProperty(name, out JsonElement value) ? value.GetDouble() : otherwise;
        bool Is(string name) => settings.TryGetProperty(name, out JsonElement value) && value.GetBoolean();
        double Beta(int i, double otherwise) => settings.TryGetProperty("betas", out JsonElement value) ? value[i].GetDouble() : otherwise;
        (double lr, double decay) = (Get("lr", 0), Get("weight_decay", 0));
        return expected.GetProperty("name").GetString() switch
        {
            "SGD" => optim.SGD([parameter], lr, Get("momentum", 0), Get("dampening", 0), decay, Is("nesterov")),
            "Adam" => optim.Adam([parameter], lr, Beta(0, 0.9), Beta(1, 0.999), Get("eps", 1e-8), decay, Is("amsgrad")),
            _ => optim.AdamW([parameter], lr, Beta(0, 0.9), Beta(1, 0.999), Get("eps", 1e-8), decay, Is("amsgrad")),
        };
    }

    private static float[] Floats(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetSingle())];
}
