using SynapseLab.Engine.Data;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Methods;

/// <summary>
/// Each method with its own defaults, trained for a minute on a phantom of three planted types: neighbours then agree about the type more often than
/// under the untrained network, and the collapse doctor has nothing to say. docs/benchmarks.md has larger settings and more seeds.
/// </summary>
public sealed class EveryMethodLearnsTests(TypedCubes cubes) : IClassFixture<TypedCubes>
{
    public static TheoryData<string> Names => [.. MethodCatalogue.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_OnThePhantom_BeatsTheUntrainedNetworkAndIsHealthy(string method)
    {
        var options = cubes.Options(method);
        using var store = CubeStore.Open(options.PreprocDir);
        double untrained = cubes.Accuracy(EmbeddingExtractor.ExtractUntrained(options, store, null, default));
        List<TrainingEvent> events = [];

        var outcome = Trainer.Run(options, events.Add, default);

        Assert.True(outcome.Outcome == RunOutcome.Finished, outcome.Message);
        double trained = cubes.Accuracy(EmbeddingExtractor.Extract(RunFolder.At(options.RunDir).BackbonePath, store, "cpu", null, default));
        Assert.True(trained > untrained + 0.03, $"{method}: {untrained:0.000} untrained, {trained:0.000} trained");
        Assert.Empty(events.OfType<DiagnosisMade>().Select(made => made.Sentence));
    }
}
