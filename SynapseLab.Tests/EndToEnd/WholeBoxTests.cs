using Microsoft.Playwright;

namespace SynapseLab.Tests.EndToEnd;

/// <summary>The bounding-box pipeline as a person walks it: whole boxes and cubes prepared, the preset picks the boxes, the scatter shows synapses.</summary>
public sealed class WholeBoxTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-e2e-boxes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Prepare_PresetPicksTheBoxes_Train_Scatter_ThenTheBoxesAreInUse()
    {
        await using LabBrowser browser = await LabBrowser.StartAsync();
        using LabProcess server = await LabSteps.StartServerAsync(_folder);
        IPage page = await browser.OpenAsync(server.Url);
        await page.BeginAsync(_folder);
        string dataset = page.Url;
        await page.ClickAsync("text=Train on these");

        await page.SelectOptionAsync("#preset", "seed-bbox");
        await page.WaitForSelectorAsync("#preset-help:has-text('has none prepared')");
        await page.GoAsync(dataset);
        await page.ClickAsync("text=Prepare whole boxes");
        await page.WaitForSelectorAsync("tr:has-text('Whole boxes') >> text=Train on these");
        await page.Locator("tr:has-text('Cubes of 16') >> text=Train on these").ClickAsync();
        Assert.Equal(0, await page.Locator("#option-CubeSize").CountAsync());
        await page.SelectOptionAsync("#preset", "seed-bbox");
        await page.ClickAsync("summary:has-text('Cubes')");
        Assert.Equal("16", await page.InputValueAsync("#option-CubeSize"));
        await page.FillAsync("#option-CubesPerBbox", "8");
        await page.FillAsync("#option-Epochs", "2");
        await page.FillAsync("#option-BatchSize", "4");
        await page.ClickAsync("summary:has-text('Network')");
        await page.FillAsync("#option-Width", "2");
        await page.SelectOptionAsync("#option-Stem", "k7s2");
        await page.ClickAsync("text=Start the run");
        await page.WaitForSelectorAsync("text=pipeline bbox, by anna");
        await page.ClickAsync("text=Scatter 1");
        await page.WaitForSelectorAsync(".scatter[data-points]");
        await page.Locator(".points td button").First.ClickAsync();
        await page.WaitForSelectorAsync(".panel .cubes[data-state='ready']");

        await page.GoAsync(dataset);
        await page.Locator("tr:has-text('Whole boxes') >> text=Delete…").ClickAsync();
        await page.Locator("tr:has-text('Whole boxes') >> button.danger").ClickAsync();
        await page.WaitForSelectorAsync("text=The whole boxes are in use");
    }
}
