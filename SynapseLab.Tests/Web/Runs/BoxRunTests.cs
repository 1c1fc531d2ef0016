using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>Runs on whole boxes in queue and history, with a scripted trainer.</summary>
public sealed class BoxRunTests : IDisposable
{
    private static readonly TrainingOptions s_options = new() { Pipeline = "bbox", Augmentation = "bbox", CubeSize = 16, BatchSize = 10, Epochs = 5 };

    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-boxruns-").FullName;
    private readonly ScriptedTrainer _trainer = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Finish_WithoutCubesThatFit_IsNotEvaluatedAndSaysWhatToPrepare_ThenIsOnThem()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer); // its cubes have 32³, not 16³
        int boxes = await server.AddSetAsync(MadeUpSets.Boxes(2, 96));
        int run = await server.LaunchAsync("boxes", s_options, cubeSetId: boxes);
        await server.WaitForAsync(await server.LaunchAsync("next"), RunStatus.Finished); // the device is done with the first

        var missing = await Assert.ThrowsAsync<EngineException>(() => server.Requests.EvaluateAsync(run, null));
        Assert.StartsWith("For an embedding of its synapses, prepare cubes of 16³ with raw+pre+cleft", missing.Message);
        Assert.Null(await server.EvaluationOfAsync(run));

        int cubes = await server.AddSetAsync(MadeUpSets.Cubes(40, 16));
        await server.Requests.EvaluateAsync(run, null);
        Assert.Equal(cubes, (await server.EvaluationOfAsync(run))!.CubeSetId);
    }

    [Fact]
    public async Task Finish_OfEitherPipeline_IsEvaluatedOnSynapseCubes()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int boxes = await server.AddSetAsync(MadeUpSets.Boxes(2, 96));
        int onBoxes = await server.LaunchAsync("boxes", s_options with { CubeSize = 32 }, cubeSetId: boxes);
        int onCubes = await server.LaunchAsync("cubes");
        await server.WaitForAsync(onCubes, RunStatus.Finished);
        await server.WaitForAsync(await server.LaunchAsync("next"), RunStatus.Finished); // the device is done with both

        Assert.Equal((1, 1), ((await server.EvaluationOfAsync(onBoxes))!.CubeSetId, (await server.EvaluationOfAsync(onCubes))!.CubeSetId));
        Assert.Equal("bbox", (await server.Get<RunCatalogue>().FindAsync(onBoxes)).CubeSet!.Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Launch_PipelineThatTheSetDoesNotHave_IsRefused(bool onBoxes)
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int set = onBoxes ? await server.AddSetAsync(MadeUpSets.Boxes(2, 96)) : 1;

        EngineException error = await Assert.ThrowsAsync<EngineException>(() =>
            server.LaunchAsync("run", onBoxes ? new TrainingOptions { BatchSize = 10 } : s_options, cubeSetId: set));

        Assert.StartsWith($"Pipeline: The set holds {(onBoxes ? "whole boxes" : "cubes of 32³")}", error.Message);
        Assert.Empty(await server.Get<RunCatalogue>().ListAsync());
    }
}
