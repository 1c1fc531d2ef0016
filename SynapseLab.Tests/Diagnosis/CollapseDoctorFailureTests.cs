using SynapseLab.Engine.Diagnosis;

namespace SynapseLab.Tests.Diagnosis;

/// <summary>A planted failure of each kind is found, and named alone unless it has others as its consequence.</summary>
public sealed class CollapseDoctorFailureTests
{
    private static readonly RunEvidence s_healthy = new PlantedRun().Evidence();

    [Fact]
    public void Examine_ProjectionsAllAlike_IsConstantOutputAndThereforeAtChance() =>
        Assert.Equal([DiagnosisKind.ConstantOutput, DiagnosisKind.LossAtChance], Kinds(new PlantedRun { Common = 500, ViewNoise = 1 }.Evidence()));

    [Fact]
    public void Examine_ConstantOutputWithoutNegatives_AdvisesOnTheTargetBranch()
    {
        RunEvidence evidence = new PlantedRun { Common = 500 }.Evidence() with { Method = "BYOL", ChanceLoss = null, LeastLoss = null, Temperature = null };
        RunDiagnosis found = Assert.Single(CollapseDoctor.Examine(evidence));
        Assert.Equal((DiagnosisKind.ConstantOutput, DiagnosisSeverity.Failure), (found.Kind, found.Severity));
        Assert.StartsWith("BYOL gives every cube the same projection", found.Sentence, StringComparison.Ordinal);
        Assert.Contains("target branch", found.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, 1)] // the least RankMe is 3
    [InlineData(512, 3)] // 1 % of 512
    public void Examine_FewDirections_IsDimensionalCollapse(int dimension, int directions) =>
        Assert.Equal([DiagnosisKind.DimensionalCollapse], Kinds(new PlantedRun { Dimension = dimension, Directions = directions }.Evidence()));

    [Fact]
    public void Examine_ViewsUnrelated_IsAtChance() =>
        Assert.Equal([DiagnosisKind.LossAtChance], Kinds(new PlantedRun { ViewNoise = 30, Temperature = 0.5 }.Evidence()));

    [Theory]
    [InlineData(2.5)]
    [InlineData(10)]
    public void Examine_HighTemperature_IsTooHigh(double temperature) =>
        Assert.Equal([DiagnosisKind.TemperatureTooHigh], Kinds(new PlantedRun { Temperature = temperature, ViewNoise = 0.05, Common = 0 }.Evidence()));

    [Fact]
    public void Examine_SolvedWithViewsApart_IsTooLowATemperature() =>
        Assert.Equal([DiagnosisKind.TemperatureTooLow], Kinds(
            new PlantedRun { Temperature = 0.02, ViewNoise = 1.1, Common = 0 }.Evidence() with { Recent = Steps(100, _ => 0.05) }));

    [Fact]
    public void Examine_TemperatureOfAThousandth_IsTooLow() =>
        Assert.Contains(DiagnosisKind.TemperatureTooLow, Kinds(new PlantedRun { Temperature = 0.001, Step = 60 }.Evidence() with { Probe = null }));

    [Fact]
    public void Examine_EmbeddingsOfBrightness_IsIntensityShortcut() =>
        Assert.Equal([DiagnosisKind.IntensityShortcut], Kinds(new PlantedRun { Grey = 3 }.Evidence()));

    [Fact]
    public void Examine_BrightnessReadableAboveNineTenths_IsIntensityShortcut() =>
        Assert.Equal([DiagnosisKind.IntensityShortcut], Kinds(s_healthy with { Probe = s_healthy.Probe! with { IntensityR2 = 0.92 } }));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Examine_LossNotFinite_IsAFailureAtOnce(double loss)
    {
        RunEvidence evidence = s_healthy with { Step = 3, Recent = [new(1, 3.5), new(2, loss), new(3, 3.4)], Probe = null };
        RunDiagnosis found = Assert.Single(CollapseDoctor.Examine(evidence));
        Assert.Equal((DiagnosisKind.ExplodingLoss, DiagnosisSeverity.Failure), (found.Kind, found.Severity));
        Assert.Contains("at step 2:", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Examine_GradientsStayInfinite_IsAFailure() =>
        Assert.Equal(DiagnosisKind.ExplodingLoss, Assert.Single(CollapseDoctor.Examine(
            s_healthy with { ScalesLoss = true, Recent = Steps(40, i => 1, i => i < 35 ? 3 : double.PositiveInfinity) })).Kind);

    [Fact]
    public void Examine_OneInfiniteGradientWithoutLossScaling_IsAFailure()
    {
        RunDiagnosis found = Assert.Single(CollapseDoctor.Examine(s_healthy with { Recent = Steps(40, i => 1, i => i < 39 ? 3 : double.NaN) }));
        Assert.Equal((DiagnosisKind.ExplodingLoss, DiagnosisSeverity.Failure), (found.Kind, found.Severity));
        Assert.Contains("not finite at step 1000:", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Examine_FewDirectionsWithoutPairs_IsDimensionalCollapse()
    {
        RunEvidence narrow = new PlantedRun { Directions = 1 }.Evidence();
        Assert.Equal([DiagnosisKind.DimensionalCollapse], Kinds(
            narrow with { Method = "Masked volume modelling", ChanceLoss = null, LeastLoss = null, Temperature = null, Probe = narrow.Probe! with { Pairs = null } }));
    }

    [Fact]
    public void Examine_ContrastiveLossFarAboveChance_IsExploding() =>
        Assert.Contains(DiagnosisKind.ExplodingLoss, Kinds(s_healthy with { Recent = Steps(60, i => i < 30 ? 1.2 : 14) }));

    [Fact]
    public void Examine_OtherLossTwentyfold_IsExploding() =>
        Assert.Equal([DiagnosisKind.ExplodingLoss], Kinds(
            s_healthy with { Method = "VICReg", ChanceLoss = null, LeastLoss = null, Temperature = null, Recent = Steps(60, i => i < 40 ? 15 : 300) }));

    [Fact]
    public void Examine_GradientsGrowAThousandfold_IsExploding() =>
        Assert.Equal([DiagnosisKind.ExplodingLoss], Kinds(s_healthy with { Recent = Steps(60, _ => 1.2, i => i < 40 ? 2 : 2000) }));

    [Fact]
    public void Examine_EveryDiagnosis_IsOneSentenceWithAdvice()
    {
        RunEvidence sick = new PlantedRun { Common = 500, ViewNoise = 1, Directions = 1, Grey = 3, Temperature = 5 }.Evidence();
        IReadOnlyList<RunDiagnosis> found = CollapseDoctor.Examine(sick);
        Assert.Equal([DiagnosisKind.ConstantOutput, DiagnosisKind.DimensionalCollapse, DiagnosisKind.LossAtChance, DiagnosisKind.TemperatureTooHigh], found.Select(d => d.Kind));
        Assert.All(found, diagnosis => Assert.All([diagnosis.Sentence, diagnosis.Advice], text => Assert.Matches(@"^[A-Z].*\.$", text)));
    }

    internal static StepEvidence[] Steps(int count, Func<int, double> loss, Func<int, double>? gradientNorm = null) =>
        [.. Enumerable.Range(0, count).Select(i => new StepEvidence(1000 - count + i + 1, loss(i), gradientNorm?.Invoke(i) ?? 3))];

    private static DiagnosisKind[] Kinds(RunEvidence evidence) => [.. CollapseDoctor.Examine(evidence).Select(diagnosis => diagnosis.Kind)];
}
