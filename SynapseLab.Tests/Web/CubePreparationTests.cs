using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Datasets;
using SynapseLab.Web.Features.Datasets.Cubes;

namespace SynapseLab.Tests.Web;

public sealed class CubePreparationTests
{
    [Fact]
    public async Task Start_CodesFileThatCannotBeRead_SaysSoAndLeavesNothingPreparing()
    {
        using var lab = new TestLab();
        Dataset dataset = await lab.Service<DatasetCatalog>().AddAsync("d", DatasetKind.Folder, lab.DataRoot, "ada");
        await File.WriteAllTextAsync(Path.Combine(lab.DataRoot, DatasetCodes.FileName), "{ broken");
        var preparation = lab.Service<CubePreparation>();

        await Assert.ThrowsAsync<EngineException>(() => preparation.StartAsync(dataset, CubeSetRequest.Cubes(16, "raw"), "ada"));

        Assert.DoesNotContain(await preparation.ListAsync(dataset.Id), set => set.State == CubeSetState.Preparing);
    }

    [Fact]
    public async Task Start_DatasetRemovedMeanwhile_IsRefused()
    {
        using var lab = new TestLab();
        var catalog = lab.Service<DatasetCatalog>();
        Dataset dataset = await catalog.AddAsync("d", DatasetKind.Folder, lab.DataRoot, "ada");
        await catalog.RemoveAsync(dataset.Id);

        EngineException error = await Assert.ThrowsAsync<EngineException>(() => lab.Service<CubePreparation>().StartAsync(dataset, CubeSetRequest.Cubes(16, "raw"), "ada"));

        Assert.Contains("removed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Views_CubesThatAreGoneFromTheDisk_SayWhatToDo()
    {
        using var lab = new TestLab();
        HttpClient browser = await lab.AdministratorAsync();
        Dataset dataset = await lab.Service<DatasetCatalog>().AddAsync("d", DatasetKind.Folder, lab.DataRoot, "ada");
        await using LabDatabase database = await lab.Service<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        var set = new CubeSet { DatasetId = dataset.Id, CubeSize = 16, Channels = "raw", Directory = Path.Combine(lab.DataRoot, "gone"), State = CubeSetState.Ready, CreatedBy = "ada" };
        database.Add(set);
        await database.SaveChangesAsync();

        HttpResponseMessage answer = await browser.GetAsync($"/api/cubesets/{set.Id}/cubes/bbox1_a");

        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("prepare", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
