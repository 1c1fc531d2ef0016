using System.Text.Json;
using SynapseLab.Engine.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Losses;

/// <summary>Contrastive losses and their gradients against those that PyTorch's cross_entropy gives (Fixtures/losses/make_losses.py), in float64.</summary>
public sealed class PyTorchLossTests : IDisposable
{
    private static readonly JsonElement s_cases = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "losses", "losses.json"))).RootElement.GetProperty("cases");

    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, s_cases.GetArrayLength())];

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Loss_SavedRows_HasPyTorchsValueAndGradients(int number)
    {
        JsonElement saved = s_cases[number];
        double temperature = saved.GetProperty("temperature").GetDouble();
        Tensor first = Rows(saved, "first"), second = Rows(saved, "second");

        var loss = saved.GetProperty("loss").GetString() switch
        {
            "nt_xent" => NtXent.Loss(first, second, temperature),
            "info_nce_over_batch" => InfoNceOverBatch.Loss(first, second, temperature),
            "info_nce_over_queue" => InfoNceOverQueue.Loss(first, second, second.flip(0) + 0.5, temperature),
            var other => throw new InvalidDataException($"losses.json has a loss {other} that this test does not know."),
        };
        loss.backward();

        Assert.Equal(saved.GetProperty("value").GetDouble(), loss.ToDouble(), 1e-12);
        AssertGradient(saved, "first", first);
        AssertGradient(saved, "second", second);
    }

    private static void AssertGradient(JsonElement saved, string name, Tensor rows) => Assert.All(
        Values(saved, name + "_gradient").Zip(rows.grad!.data<double>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-12));

    private static Tensor Rows(JsonElement saved, string name)
    {
        int rows = saved.GetProperty("rows").GetInt32();
        double[] values = Values(saved, name);
        return tensor(values, [rows, values.Length / rows]).requires_grad_();
    }

    private static double[] Values(JsonElement saved, string name) => [.. saved.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
}
