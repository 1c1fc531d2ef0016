using SynapseLab.Cli;
using SynapseLab.Engine.Data;

namespace SynapseLab.Tests.Cli;

/// <summary><c>train</c> in a working directory with <c>data</c>, naming neither dataset nor cubes: what becomes of cubes that lie there.</summary>
public sealed class BareTrainTests : IDisposable
{
    private readonly SeedWorkplace _workplace = new();

    public void Dispose() => _workplace.Dispose();

    [Theory]
    [InlineData("", "cubes of 16³ in place of 32³", 32)]
    [InlineData("--codes codes.json", "the structure codes {")]
    public void Train_PreparedOtherwise_IsRefusedNamingWhatDiffersAndTheWaysOn(string preparedWith, string expected, int size = 16)
    {
        File.WriteAllText(_workplace.At("codes.json"), """{"*": {"mitochondria": 5, "vesicle": 6, "cleft": [7], "voxel_size_nm": [4, 4, 4]}}""");
        string[] prepare = $"preprocess --data-dir data --preproc-dir preproc_synapses --cube-size 16 {preparedWith}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ExitCode.Ok, _workplace.Run(prepare).ExitCode);
        byte[] before = Cubes();

        CommandRun bare = _workplace.Run(Line("", size));

        Assert.Equal(ExitCode.WrongUsage, bare.ExitCode);
        Assert.Contains($"preproc_synapses holds other cubes than data gives now (bbox1: {expected}", bare.FailureLine(), StringComparison.Ordinal);
        Assert.EndsWith("Name --preproc-dir preproc_synapses to train on what is there, or --data-dir data to prepare it anew.", bare.FailureLine(), StringComparison.Ordinal);
        Assert.Equal(before, Cubes());
        Assert.False(Directory.Exists(_workplace.At("runs")));
        CommandRun there = _workplace.Run([.. "train --preproc-dir preproc_synapses --run-dir there --epochs 1 --batch-size 2 --width 2".Split(' ')]), anew = _workplace.Run(Line("--data-dir data", size));
        Assert.True(there.ExitCode == ExitCode.Ok, there.Error);
        Assert.True(anew.ExitCode == ExitCode.Ok, anew.Error);
        Assert.NotEqual(before, Cubes());
    }

    [Fact]
    public void Preflight_PreparesTheCubesThatTheRunWillHave_AndNoRun()
    {
        CommandRun measured = _workplace.Run(Line("--preflight", 16));

        Assert.True(measured.ExitCode == ExitCode.Ok, measured.Error);
        Assert.Contains("cubes/s, peak memory", Assert.Single(measured.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        using CubeStore cubes = CubeStore.Open(_workplace.At("preproc_synapses"));
        Assert.Equal(16, cubes.CubeSize);
        Assert.False(Directory.Exists(_workplace.At("runs")));
    }

    private static string[] Line(string options, int size) => SeedLine.Small($"./synapselab train --cube_size {size} {options}".TrimEnd());

    private byte[] Cubes() => File.ReadAllBytes(_workplace.At("preproc_synapses/bbox1_synapses.h5"));
}
