using SynapseLab.Engine.Diagnosis;
using SynapseLab.Engine.Losses;
using static SynapseLab.Tests.Diagnosis.CollapseDoctorFailureTests;

namespace SynapseLab.Tests.Diagnosis;

/// <summary>The doctor keeps silent where nothing is wrong.</summary>
public sealed class CollapseDoctorHealthyTests
{
    private static readonly RunEvidence s_healthy = new PlantedRun().Evidence();
    private static readonly RunEvidence s_withoutNegatives = s_healthy with { Method = "BYOL", ChanceLoss = null, LeastLoss = null, Temperature = null };

    [Theory]
    [InlineData(0.07, 0.3)]
    [InlineData(0.1, 0.6)]
    [InlineData(0.5, 0.3)]
    [InlineData(0.05, 0.2)]
    public void Examine_TrainedNetwork_IsSilent(double temperature, double viewNoise) =>
        Silent(new PlantedRun { Temperature = temperature, ViewNoise = viewNoise }.Evidence());

    [Theory]
    [InlineData(0, 1)]
    [InlineData(20, 20)]
    [InlineData(60, 60)]
    public void Examine_FirstSteps_AtChanceWithAlikeProjections_IsSilent(long step, int recentCount) =>
        Silent(new PlantedRun { Common = 300, ViewNoise = 3, Directions = 1, Step = step, RecentCount = recentCount }.Evidence());

    [Fact]
    public void Examine_LongAfterWarmUpButFalling_IsSilent() =>
        Silent(s_healthy with { Recent = Steps(100, i => 3.6 - (0.003 * i)) }); // from above chance (3.43) to 3.3

    [Fact]
    public void Examine_LearnsSlowly_IsSilent() => Silent(s_healthy with { Recent = Steps(100, _ => 3.2) });

    [Fact]
    public void Examine_NoProbeYet_IsSilent() => Silent(s_healthy with { Probe = null });

    [Fact]
    public void Examine_NothingYet_IsSilent() => Silent(s_healthy with { Probe = null, Step = 0, Recent = [] });

    [Fact]
    public void Examine_SingleSpikeAndSkippedFloat16Step_IsSilent() => Silent(
        s_healthy with { ScalesLoss = true, Recent = Steps(60, i => i == 57 ? 30 : 1.2, i => i is 52 or 58 ? double.PositiveInfinity : 3) });

    /// <summary>BYOL's loss dips while the target is still close, then rises to where it stays.</summary>
    [Fact]
    public void Examine_ByolAfterItsDip_IsSilent() => Silent(s_withoutNegatives with { Recent = Steps(100, i => i < 50 ? 0.2 : 0.6) });

    [Fact]
    public void Examine_NegativeLossOfSimSiam_IsSilent() => Silent(s_withoutNegatives with { Method = "SimSiam", Recent = Steps(100, i => -0.9 + (0.001 * i)) });

    [Fact]
    public void Examine_BrightnessPartlyReadable_IsSilent() => Silent(s_healthy with { Probe = s_healthy.Probe! with { IntensityR2 = 0.8 } });

    /// <summary>Who restores hidden voxels must know how bright the cube is.</summary>
    [Fact]
    public void Examine_MaskedVolumesTellBrightness_IsSilent() =>
        Silent(s_withoutNegatives with { Method = "Masked volume modelling", Probe = s_healthy.Probe! with { Pairs = null, IntensityR2 = 0.99 } });

    /// <summary>The authors' temperature for convolutional networks: the loss is 2T times a cross entropy, in both directions.</summary>
    [Theory]
    [InlineData(12, 1)]
    [InlineData(32, 0.7)]
    [InlineData(32, 0.2)]
    public void Examine_MoCoV3HalfWayToItsLeastLoss_IsSilent(int batchSize, double temperature)
    {
        double chance = 2 * InfoNceOverBatch.AtChance(batchSize, temperature), least = 2 * InfoNceOverBatch.Least(batchSize, temperature);
        Silent(s_healthy with { Method = "MoCo v3", Temperature = temperature, ChanceLoss = chance, LeastLoss = least, Recent = Steps(100, _ => (chance + least) / 2) });
    }

    [Fact]
    public void Examine_RandomFeaturesTellBrightness_IsSilentUntilTheLossGains() => Silent(
        s_healthy with { Probe = s_healthy.Probe! with { IntensityR2 = 0.97 }, Step = 200, Recent = Steps(40, _ => 3.4) });

    /// <summary>ResNet3D-18 of width 16 on the phantom of 120 synapses, 30 epochs: every seventh loss and the figures of its embeddings, as measured.</summary>
    [Fact]
    public void Examine_RealPhantomRun_IsSilentFromTheFirstStepToTheLast()
    {
        double[] losses = [3.62, 4.35, 3.49, 3.74, 3.12, 2.66, 2.76, 2.19, 2.4, 2.37, 2.85, 2.6, 1.84, 2.14, 2.28, 1.86, 1.48, 1.38, 1.59, 1.06, 1.17, 1.42, 1.17, 0.91, 1.31, 1.38];
        for (int count = 1; count <= losses.Length; count++)
        {
            StepEvidence[] steps = [.. losses.Take(count).Select((loss, i) => new StepEvidence(1 + (7 * i), loss, i == 0 ? 167 : 10))];
            ProbeEvidence probe = count < 10
                ? s_healthy.Probe! with { RankMe = 30.2, EmbeddingDimension = 128, Pairs = s_healthy.Probe!.Pairs! with { DirectionSpread = 0.19, NegativeCosine = 0.96 }, IntensityR2 = -0.46 }
                : s_healthy.Probe! with { RankMe = 9.03, EmbeddingDimension = 128, Pairs = s_healthy.Probe!.Pairs! with { DirectionSpread = 0.39, NegativeCosine = 0.79 }, IntensityR2 = 0.18 };
            Silent(s_healthy with { Step = steps[^1].Step, WarmUpSteps = 35, Recent = steps, Probe = probe });
        }
    }

    private static void Silent(RunEvidence evidence) => Assert.Empty(CollapseDoctor.Examine(evidence));
}
