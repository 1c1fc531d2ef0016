using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>What the form offers on machines of several kinds.</summary>
public sealed class ProcessChoiceTests
{
    private static readonly TrainingOptions s_options = new();

    [Theory]
    [InlineData(1, 0, false, OptionTheme.Machine, 1)]
    [InlineData(8, 0, true, OptionTheme.Machine, 8)]
    [InlineData(8, 1, false, OptionTheme.Machine, 1)]
    [InlineData(8, 4, true, OptionTheme.First, 4)]
    public void Field_OffersGpusFirstAndCoresFolded(int cores, int gpus, bool isOffered, string theme, int most)
    {
        OptionSpec field = OptionFields.For(Devices(gpus), cores, [], MadeUpSets.Cubes(40)).Single(field => field.Name == nameof(TrainingOptions.Processes));
        Assert.Equal((isOffered, theme, (double)most), (field.Applies(s_options), field.Theme, field.Most));
    }

    [Fact]
    public void Field_OnTheCpuBesideGpus_IsNotOffered()
    {
        OptionSpec field = OptionFields.For(Devices(4), 8, [], MadeUpSets.Cubes(40)).Single(field => field.Name == nameof(TrainingOptions.Processes));
        Assert.False(field.Applies(s_options with { Device = "cpu" }));
    }

    [Theory]
    [InlineData(2, 0, "auto", 3, "Expected at most 2, the cores of this machine, got 3.")]
    [InlineData(2, 0, "cpu", 2, null)]
    [InlineData(2, 4, "auto", 5, "Expected at most 4, the GPUs of this machine, got 5.")]
    [InlineData(2, 4, "auto", 4, null)]
    [InlineData(2, 0, "auto", 1, null)]
    public void Check_NamesTheMost(int cores, int gpus, string device, int processes, string? expected) =>
        Assert.Equal(expected, ProcessChoice.Check(s_options with { Device = device, Processes = processes }, Devices(gpus), cores)?.Message);

    [Theory]
    [InlineData(false, 1, false)]
    [InlineData(false, 2, true)]
    [InlineData(true, 1, true)]
    public void SyncBatchNorm_IsOfferedToSeveralProcessesAlone(bool isDistributed, int processes, bool isOffered) =>
        Assert.Equal(isOffered, OptionSchema.Find(nameof(TrainingOptions.SyncBatchNorm))!.Applies(s_options with { Distributed = isDistributed, Processes = processes }));

    [Theory]
    [InlineData(32, 3, 0, "auto", nameof(TrainingOptions.Processes))]
    [InlineData(32, 2, 5, "auto", nameof(TrainingOptions.MicroBatchSize))]
    [InlineData(32, 2, 32, "auto", null)]
    [InlineData(32, 4, 4, "auto", null)]
    [InlineData(32, 2, 0, "cuda:1", nameof(TrainingOptions.Device))]
    public void Validate_WhatProcessesMustShare(int batchSize, int processes, int micro, string device, string? wrong) => Assert.Equal(
        wrong,
        (s_options with { PreprocDir = "cubes", RunDir = "run", BatchSize = batchSize, Processes = processes, MicroBatchSize = micro, Device = device }).Validate().FirstOrDefault()?.Option);

    [Theory]
    [InlineData(1, 8, 0, "auto", new[] { 1 })] // nobody chooses on a CPU who did not before
    [InlineData(2, 4, 0, "auto", new[] { 1, 2, 4 })]
    [InlineData(1, 8, 4, "auto", new[] { 1, 2, 4 })]
    [InlineData(4, 8, 3, "auto", new[] { 1, 2 })]
    [InlineData(1, 8, 4, "cuda:1", new[] { 1 })]
    public void ToResume_OffersWhatCanShareTheBatchHere(int before, int cores, int gpus, string device, int[] expected) =>
        Assert.Equal(expected, ProcessChoice.ToResume(s_options with { Processes = before, Device = device, BatchSize = 32 }, Devices(gpus), cores));

    private static string[] Devices(int gpus) => ["cpu", .. Enumerable.Range(0, gpus).Select(gpu => $"cuda:{gpu}")];
}
