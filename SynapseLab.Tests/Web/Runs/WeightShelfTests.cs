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

    [Theory]
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
