using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SynapseLab.Web.Data;

namespace SynapseLab.Tests.EndToEnd;

/// <summary>A person who clicks twice, mistypes addresses and has the same page open in two windows.</summary>
public sealed class RestlessPersonTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-restless-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task DoubleClicks_WrongAddresses_AndTwoWindows_DoNoHarm()
    {
        await using LabBrowser browser = await LabBrowser.StartAsync();
        string data = Path.Combine(_folder, "data");
        await WriteHistoryAsync(data);
        using LabProcess server = await LabProcess.StartAsync(data, _folder);
        IPage page = await browser.OpenAsync(server.Url);
        await page.CreateFirstAccountAsync("anna");

        foreach (string address in (string[])["/runs?page=abc", "/runs?page=99999999999", "/runs/new?from=abc", "/runs/new?cubes=x", "/datasets/1/synapses/x/augmentations?seed=y"])
        {
            await page.GoAsync(address);
            Assert.DoesNotContain("This page failed", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        }

        await page.GoAsync("/runs/999");
        await page.WaitForSelectorAsync("text=There is no run 999");
        await page.EvaluateAsync("Blazor.navigateTo('/runs/1')");
        await page.WaitForSelectorAsync("h1:has-text('first')");

        IPage second = await page.Context.NewPageAsync();
        await second.GoAsync("/runs/1");
        await page.ClickAsync("text=Delete this run");
        await page.FillAsync("[aria-label='Name of the run']", "first");
        await page.ClickAsync("button.danger");
        await second.WaitForSelectorAsync("text=There is no run 1");

        await page.GoAsync("/runs/new");
        await page.WaitForSelectorAsync("button:has-text('Start the run'):not([disabled])");
        await ClickTwiceAsync("Start the run");
        await page.WaitForSelectorAsync("button:has-text('Start without measuring')"); // the set's folder holds no cubes
        await ClickTwiceAsync("Start without measuring");
        await page.WaitForURLAsync("**/runs/2");
        await Task.Delay(1000);
        Assert.DoesNotContain("\"id\":3", await (await page.APIRequest.GetAsync("/api/runs")).TextAsync(), StringComparison.Ordinal);

        Task ClickTwiceAsync(string text) =>
            page.EvaluateAsync($"const button = [...document.querySelectorAll('button')].find(button => button.textContent === '{text}'); button.click(); button.click();");
    }

    private static async Task WriteHistoryAsync(string data)
    {
        Directory.CreateDirectory(data);
        await using var database = new LabDatabase(new DbContextOptionsBuilder<LabDatabase>().UseSqlite($"Data Source={Path.Combine(data, "synapselab.db")};Pooling=False").Options);
        await DatabaseSchema.UpgradeAsync(database, CancellationToken.None);
        var dataset = new Dataset { Name = "d", Kind = DatasetKind.Folder, Root = data, State = DatasetState.Ready, CreatedBy = "anna" };
        var cubes = new CubeSet { Dataset = dataset, CubeSize = 16, CubeCount = 2000, Channels = "raw", Directory = data, State = CubeSetState.Ready, CreatedBy = "anna" };
        database.Add(new Run { Name = "first", CubeSet = cubes, OptionsJson = SynapseLab.Engine.Training.TrainingJson.ToJson(new()), Status = "failed", CreatedBy = "anna", RunDir = Path.Combine(data, "runs", "00001") });
        await database.SaveChangesAsync();
    }
}
