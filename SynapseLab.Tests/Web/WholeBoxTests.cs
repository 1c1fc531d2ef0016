using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Tests.Data;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Datasets;
using SynapseLab.Web.Features.Datasets.Cubes;
using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Launch;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Tests.Web;

/// <summary>Whole boxes in the web app with the real engine: prepare, go stale, train, evaluate, delete.</summary>
public sealed class WholeBoxTests : IDisposable
{
    private readonly TestLab _lab = new();

    public WholeBoxTests() => TinyDataset.Write(_lab.DataRoot, boxes: 2);

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Prepare_IsAJobWhoseSetHoldsTheBoxesAlone_AndGoesStaleWithItsSources()
    {
        Dataset dataset = await AddAsync();
        CubeSet set = await PrepareAsync(dataset, CubeSetRequest.Boxes);

        Assert.Equal((CubeSetState.Ready, CubeSetKind.Boxes, 0, 2, 14), (set.State, set.Kind, set.CubeCount, set.BoxCount, set.SmallestEdge));
        Assert.Equal(["bbox1.h5", "bbox2.h5"], Directory.GetFiles(set.Directory).Select(path => Path.GetFileName(path)).Order());
        Assert.Equal(set.SizeBytes, Directory.GetFiles(set.Directory).Sum(path => new FileInfo(path).Length));
        Job job = await WaitAsync(database => database.Jobs.FirstOrDefaultAsync(job => job.CubeSetId == set.Id));
        Assert.Equal((JobKind.Prepare, $"Prepare whole boxes from {dataset.Name}"), (job.Kind, job.Title));

        var freshness = _lab.Service<CubeFreshness>();
        Assert.Empty(await freshness.StaleAsync(dataset, [set]));
        File.SetLastWriteTimeUtc(Path.Combine(_lab.DataRoot, "raw", "bbox2", "slice_3.tif"), DateTime.UnixEpoch);
        Assert.Equal("Files, codes or polarity decisions of bbox2 changed since; bring it up to date.", (await freshness.StaleAsync(dataset, [set]))[set.Id]);
        CubeSet again = await PrepareAsync(dataset, CubeSetRequest.Of(set));
        Assert.Equal((set.Id, 0), (again.Id, (await freshness.StaleAsync(dataset, [again])).Count));
    }

    [Fact]
    public async Task Train_OnBoxes_ThenEvaluatesOnTheCubesOfTheDataset_AndBothStayWhileTheRunDoes()
    {
        Dataset dataset = await AddAsync();
        CubeSet boxes = await PrepareAsync(dataset, CubeSetRequest.Boxes);
        CubeSet cubes = await PrepareAsync(dataset, CubeSetRequest.Cubes(8, "raw+pre+cleft"));
        TrainingOptions options = SetChoice.Defaults(boxes, [cubes, boxes], new("cpu", "CPU", 1)) with
        {
            Width = 2,
            Stem = "k7s2",
            Epochs = 1,
            BatchSize = 4,
            CubesPerBbox = 4,
            MaskAware = true,
            EvaluateEveryEpochs = 0,
            TensorBoard = false,
            Threads = 1,
        };
        Assert.Equal(8, options.CubeSize);

        int run = await _lab.Service<RunLauncher>().LaunchAsync("boxes", boxes.Id, options, "ada");
        SynapseLab.Web.Data.Evaluation evaluation = await WaitAsync(database => database.Evaluations.FirstOrDefaultAsync(
            evaluation => evaluation.RunId == run && evaluation.Status != RunStatus.Queued && evaluation.Status != RunStatus.Running));

        Assert.Equal((RunStatus.Finished, null, cubes.Id, cubes.CubeCount), (evaluation.Status, evaluation.ErrorMessage, evaluation.CubeSetId, evaluation.SampleCount));
        foreach (CubeSet used in (CubeSet[])[boxes, cubes])
        {
            EngineException error = await Assert.ThrowsAsync<EngineException>(() => _lab.Service<CubeRemoval>().DeleteAsync(used.Id));
            Assert.Contains("the run \"boxes\" was trained or evaluated on them", error.Message, StringComparison.Ordinal);
            Assert.True(Directory.Exists(used.Directory));
        }
    }

    [Fact]
    public async Task Delete_ASetThatNoRunNeeds_TakesItsFilesAndItsRow()
    {
        Dataset dataset = await AddAsync();
        CubeSet boxes = await PrepareAsync(dataset, CubeSetRequest.Boxes);
        CubeSet cubes = await PrepareAsync(dataset, CubeSetRequest.Cubes(8, "raw"));

        await _lab.Service<CubeRemoval>().DeleteAsync(boxes.Id);

        Assert.False(Directory.Exists(boxes.Directory));
        Assert.Equal([cubes.Id], (await _lab.Service<CubePreparation>().ListAsync(dataset.Id)).Select(set => set.Id));
        Assert.True(Directory.Exists(cubes.Directory));
    }

    private Task<Dataset> AddAsync() => _lab.Service<DatasetCatalog>().AddAsync("tiny", DatasetKind.Folder, _lab.DataRoot, "ada");

    private async Task<CubeSet> PrepareAsync(Dataset dataset, CubeSetRequest request)
    {
        await _lab.Service<CubePreparation>().StartAsync(dataset, request, "ada");
        return await WaitAsync(database => database.CubeSets.FirstOrDefaultAsync(
            set => set.Kind == request.Kind && set.CubeSize == request.CubeSize && set.State != CubeSetState.Preparing));
    }

    private async Task<T> WaitAsync<T>(Func<LabDatabase, Task<T?>> find)
        where T : class
    {
        for (int i = 0; i < 6000; i++)
        {
            await using LabDatabase database = await _lab.Service<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
            if (await find(database) is { } found)
            {
                return found;
            }

            await Task.Delay(20);
        }

        throw new TimeoutException("what was waited for never came");
    }
}
