using SynapseLab.Engine;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;
using SynapseLab.Tests.Training;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Methods;

/// <summary>Every method through the trainer.</summary>
public sealed class MethodRunTests : IDisposable
{
    private readonly SyntheticCubes _cubes = new();

    public static TheoryData<string> Names => [.. MethodCatalogue.Names];

    public void Dispose() => _cubes.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_BFloat16InMicroBatches_FinishesWithFiniteLosses(string method)
    {
        var events = Train(Options(method, "run") with { Precision = "bfloat16", MicroBatchSize = 2, Epochs = 2 });

        RecordedRun.AssertFinished(events);
        Assert.All(RecordedRun.Losses(events), loss => Assert.True(double.IsFinite(loss)));
    }

    // Blocks of the last stage see maps of one voxel behind this stem: there a narrow gradient could be what lay in memory before.
    [Theory]
    [InlineData("batch")]
    [InlineData("group")]
    public void Run_BFloat16WithTheLargeStem_HasFiniteLossesAndTheGradientsOfFloat32(string normalisation)
    {
        using var cubes = new SyntheticCubes(count: 16, size: 16);
        TrainingOptions Of(string precision) => cubes.Options(precision) with { Precision = precision, Stem = "k7s2", Width = 8, Normalisation = normalisation };
        var (wide, narrow) = (Train(Of("float32")), Train(Of("bfloat16")));

        RecordedRun.AssertFinished(narrow);
        Assert.Equal(12, RecordedRun.Losses(narrow).Length);
        Assert.All(RecordedRun.Losses(narrow), loss => Assert.True(double.IsFinite(loss)));
        Assert.InRange(FirstNorm(narrow) / FirstNorm(wide), 0.5, 2);

        static double FirstNorm(IEnumerable<TrainingEvent> events) => events.OfType<StepCompleted>().First().GradientNorm!.Value;
    }

    [Fact]
    public void Run_MaskPatchOfTheWholeCube_IsRefusedWithAdvice()
    {
        var options = Options("mvm", "run");
        var refused = Assert.Throws<EngineException>(() => Train(options with { MethodParameters = options.MethodParameters.With("MaskPatch", 8) }));

        Assert.Contains("Set the patch size below 8", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(options.RunDir)); // before anything is written
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Resume_AfterCancellation_IsBitEqualToAnUndisturbedRun(string method)
    {
        foreach (int micro in (int[])[0, 2])
        {
            var undisturbed = Train(Options(method, $"undisturbed{micro}") with { MicroBatchSize = micro });
            var options = Options(method, $"cancelled{micro}") with { MicroBatchSize = micro };
            var cancelled = Train(options, cancelAfter: 3);
            var resumed = Train(options with { Resume = true });

            Assert.Equal(3, RecordedRun.Losses(cancelled).Length);
            Assert.Equal(RecordedRun.Losses(undisturbed), RecordedRun.Losses([.. cancelled, .. resumed]));
            CheckpointComparison.AssertSameState(Checkpoint($"undisturbed{micro}"), Checkpoint($"cancelled{micro}"));
        }
    }

    private TrainingOptions Options(string method, string run) => _cubes.Options(run) with { Method = method, MethodParameters = SmallMethods.Parameters };

    private TorchDictionary Checkpoint(string run) => TorchFile.ReadDictionary(RunFolder.At(_cubes.Options(run).RunDir).Checkpoint("final"));

    private static IReadOnlyList<TrainingEvent> Train(TrainingOptions options, int cancelAfter = int.MaxValue) => RecordedRun.Of(options, cancelAfter).Events;
}
