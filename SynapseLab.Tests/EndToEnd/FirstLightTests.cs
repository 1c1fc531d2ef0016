using Microsoft.Playwright;

namespace SynapseLab.Tests.EndToEnd;

/// <summary>The whole line as a person walks it, in a real browser against the real server.</summary>
public sealed class FirstLightTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-e2e-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task SignUp_Register_Prepare_Train_Scatter_Download()
    {
        await using LabBrowser browser = await LabBrowser.StartAsync();
        using LabProcess server = await LabSteps.StartServerAsync(_folder);
        IPage page = await browser.OpenAsync(server.Url);

        await page.BeginAsync(_folder);
        await page.AssertFitsAsync();
        string run = await page.LaunchAsync(epochs: 30);

        await page.WaitForStepsAsync(2);
        IPage second = await browser.OpenAsync(server.Url);
        await second.SignInAsync("anna");
        await second.GoAsync(run);
        await second.WaitForStepsAsync(3);
        await page.WaitForStepsAsync(4);
        await page.WaitForStatusAsync("finished");
        await second.WaitForStatusAsync("finished");
        foreach (string address in (string[])["/datasets", "/runs", run])
        {
            await second.GoAsync(address);
            await second.AssertFitsAsync();
        }

        IDownload checkpoint = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("text=checkpoints/final.pt"));
        Assert.EndsWith("-1-final.pt", checkpoint.SuggestedFilename);
        byte[] bytes = await File.ReadAllBytesAsync(await checkpoint.PathAsync());
        Assert.Equal("PK"u8, bytes.AsSpan(0, 2)); // a torch file is a zip

        await page.ClickAsync("text=Scatter 1");
        await page.WaitForSelectorAsync(".scatter[data-points]");
        Assert.True(int.Parse((await page.GetAttributeAsync(".scatter", "data-points"))!) > 4);
        await page.Locator(".points td button").First.ClickAsync();
        await page.WaitForSelectorAsync(".panel .cubes[data-state='ready']");
        Assert.Contains("points=0", page.Url);
        IDownload table = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("text=embeddings.csv"));
        Assert.StartsWith("id,bbox,side,x,y,z,umap_1,umap_2,cluster", await File.ReadAllTextAsync(await table.PathAsync()));
    }

    [Fact]
    public async Task Kill_InMidRun_ShowsInterruptedAndResumesOnOneClick()
    {
        await using LabBrowser browser = await LabBrowser.StartAsync();
        string run;
        using (LabProcess server = await LabSteps.StartServerAsync(_folder))
        {
            IPage page = await browser.OpenAsync(server.Url);
            await page.BeginAsync(_folder);
            run = await page.LaunchAsync(epochs: 100_000); // more than anybody waits for: the run must be under way when it is killed and cancelled
            await page.WaitForSelectorAsync("text=checkpoints/latest.pt");
            await page.WaitForStepsAsync(3); // an epoch has 2: there is a checkpoint beside that of the untrained network
            server.KillHard();
        }

        using LabProcess restarted = await LabSteps.StartServerAsync(_folder);
        IPage after = await browser.OpenAsync(restarted.Url);
        await after.SignInAsync("anna");
        await after.GoAsync(run);
        await after.WaitForStatusAsync("interrupted");
        await after.ClickAsync("text=Resume");
        await after.WaitForStatusAsync("running");
        await after.WaitForSelectorAsync(".log li:has-text('resumed at step')");
        await after.ClickAsync(".heading >> text=Cancel");
        await after.WaitForStatusAsync("cancelled");
    }
}
