using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Launch;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Tests.Web.Runs;

public sealed class WeightShelfTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("synapselab-weights").FullName;
    private readonly StoragePaths _paths;

    public WeightShelfTests()
    {
        _paths = new StoragePaths(Options.Create(new LabOptions { DataPath = _root }), new Host());
        File.WriteAllText(Path.Combine(_paths.Weights, "r3d_18.pth"), "");
        File.WriteAllText(Path.Combine(_root, "secret.pt"), "");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Resolve_AFileOfTheFolder_GivesItsPath() => Assert.Equal(
        Path.Combine(_paths.Weights, "r3d_18.pth"),
        new WeightShelf(_paths).Resolve(new TrainingOptions { InitialWeights = "r3d_18.pth" }).InitialWeights);

    [Fact]
    public void Names_AreFilesThenFinishedRuns_AndEachRunsNameLeadsToItsCheckpointAndBack()
    {
        string[] finals = [.. ((string[])["00002", "00011", "notes"]).Select(folder => Path.Combine(_paths.Runs, folder, "checkpoints", "final.pt"))];
        Directory.CreateDirectory(Path.Combine(_paths.Runs, "00012", "checkpoints")); // still trains
        foreach (string final in finals)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(final)!);
            File.WriteAllText(final, "");
        }

        var shelf = new WeightShelf(_paths);

        Assert.Equal(["r3d_18.pth", "run 11", "run 2"], shelf.Names);
        Assert.Equal(finals[1], shelf.Resolve(new TrainingOptions { InitialWeights = "run 11" }).InitialWeights);
        Assert.Equal(("run 2", "r3d_18.pth", ""), (shelf.NameOf(finals[0]), shelf.NameOf(Path.Combine(_paths.Weights, "r3d_18.pth")), shelf.NameOf("")));
    }

    [Theory]
    [InlineData("run 12")]
    [InlineData("run x")]
    [InlineData("../secret.pt")]
    [InlineData("/etc/passwd")]
    [InlineData("r4d.pth")]
    public void Resolve_AnotherFile_IsRefused(string name) => Assert.Contains(
        name,
        Assert.Throws<EngineException>(() => new WeightShelf(_paths).Resolve(new TrainingOptions { InitialWeights = name })).Message,
        StringComparison.Ordinal);

    private sealed class Host : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "tests";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = "/";

        public string EnvironmentName { get; set; } = "Production";
    }
}
