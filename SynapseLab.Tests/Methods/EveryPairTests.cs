using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;
using SynapseLab.Tests.Training;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Methods;

/// <summary>Every method around every backbone, trained on the phantom; among them both stems and both normalisations.</summary>
public sealed class EveryPairTests(PhantomCubes cubes) : IClassFixture<PhantomCubes>
{
    public static TheoryData<string, string, string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string, string, string>();
            foreach (var (method, place) in MethodCatalogue.Names.Select((name, place) => (name, place)))
            {
                // The choices beside a backbone take turns, so that every method and every backbone meets several of them.
                foreach (var (backbone, turn) in Choices(nameof(TrainingOptions.Backbone)).Select((name, i) => (name, place + i)))
                {
                    string[] stems = Choices(nameof(TrainingOptions.Stem)), normalisations = Choices(nameof(TrainingOptions.Normalisation));
                    pairs.Add(method, backbone, stems[turn % stems.Length], normalisations[turn / 2 % normalisations.Length]);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Run_TwoEpochsOnThePhantom_MovesEveryWeightWithFiniteLosses(string method, string backbone, string stem, string normalisation)
    {
        var options = cubes.Options(method) with { Backbone = backbone, Stem = stem, Normalisation = normalisation };
        List<TrainingEvent> events = [];
        var outcome = Trainer.Run(options, events.Add, default);
        var losses = events.OfType<StepCompleted>().Select(step => step.Loss);
        var folder = RunFolder.At(options.RunDir);
        using var untrained = TrainingState.NewMethod(options, inputChannels: 3);
        var before = TensorDataConversion.StateDict(untrained);
        var after = TorchFile.ReadDictionary(folder.Checkpoint("final")).Get<TorchDictionary>("model_state_dict");

        RecordedRun.AssertFinished(outcome);
        Assert.Equal(4, losses.Count());
        Assert.All(losses, loss => Assert.True(double.IsFinite(loss)));
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(
            untrained.named_parameters().Where(entry => entry.parameter.dim() > 1), // kernels and matrices
            entry => Assert.False(before.Get<TensorData>(entry.name).Bytes.AsSpan().SequenceEqual(after.Get<TensorData>(entry.name).Bytes), entry.name));
    }

    private static string[] Choices(string option) => [.. OptionSchema.Find(option)!.Choices];
}
