using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SynapseLab.Engine.Phantom;

namespace SynapseLab.Tests.EndToEnd;

/// <summary>What a person does on the pages, by what they see.</summary>
internal static class LabSteps
{
    internal const string Password = "correct horse battery";

    /// <summary>Starts a server that keeps its data in folder/data and may register what lies below folder/microscope; again on the same folder is a restart.</summary>
    internal static Task<LabProcess> StartServerAsync(string folder) => LabProcess.StartAsync(Path.Combine(folder, "data"), Microscope(folder));

    /// <summary>Writes a phantom small enough to be trained on within a test, signs up, registers it and prepares its cubes; ends on the dataset's page.</summary>
    internal static async Task BeginAsync(this IPage page, string folder)
    {
        string phantom = Path.Combine(Microscope(folder), "phantom");
        PhantomDataset.Write(new PhantomOptions(phantom, BoundingBoxCount: 1, Size: 96, SynapseCount: 10, TypeCount: 2, Seed: 1), null, CancellationToken.None);
        await page.CreateFirstAccountAsync("anna");
        await page.RegisterFolderAsync(Microscope(folder));
        await page.PrepareCubesAsync(16);
    }

    internal static async Task CreateFirstAccountAsync(this IPage page, string name)
    {
        await page.GotoAsync("/");
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", Password);
        await page.FillAsync("#repeat", Password);
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync("nav.rail");
    }

    internal static async Task SignInAsync(this IPage page, string name, string password = Password)
    {
        await page.GotoAsync("/account/login");
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", password);
        await page.ClickAsync("button.primary");
        await page.WaitForSelectorAsync("nav.rail");
    }

    /// <summary>Waits until clicks reach the circuit.</summary>
    internal static async Task GoAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync("[data-interactive='True'], [data-interactive='true'], [data-interactive='']");
    }

    /// <summary>No page of a window of 1280 pixels is wider than it. Whether a table in it scrolls depends on the machine's fonts.</summary>
    internal static async Task AssertFitsAsync(this IPage page)
    {
        int overhang = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overhang <= 1, $"{page.Url} is {overhang} pixels wider than its window");
    }

    /// <summary>Registers the only folder below the allowed root.</summary>
    private static async Task RegisterFolderAsync(this IPage page, string root)
    {
        await page.GoAsync("/datasets/add");
        foreach (string folder in (string[])[Path.GetFileName(root), "phantom"])
        {
            await page.Locator(".picker li button", new() { HasText = folder }).First.ClickAsync();
        }

        await page.ClickAsync("text=Add this folder");
        await page.WaitForURLAsync(new Regex(@"/datasets/\d+"));
    }

    private static async Task PrepareCubesAsync(this IPage page, int edge)
    {
        await page.FillAsync("#edge", edge.ToString());
        await page.ClickAsync("text=Prepare cubes");
        await page.WaitForSelectorAsync("text=Train on these");
    }

    /// <summary>Fills the form for a tiny network and starts; answers the run's address.</summary>
    internal static async Task<string> LaunchAsync(this IPage page, int epochs)
    {
        await page.ClickAsync("text=Train on these");
        await page.FillAsync("#option-Epochs", epochs.ToString());
        await page.FillAsync("#option-BatchSize", "4");
        await page.ClickAsync("summary:has-text('Network')");
        await page.FillAsync("#option-Width", "4");
        await page.SelectOptionAsync("#option-Stem", "k7s2");
        await page.ClickAsync("text=Start the run");
        await page.WaitForURLAsync(new Regex(@"/runs/\d+"));
        return new Uri(page.Url).AbsolutePath;
    }

    private static string Microscope(string folder) => Directory.CreateDirectory(Path.Combine(folder, "microscope")).FullName;

    /// <summary>Waits until the charts hold at least so many steps.</summary>
    internal static Task WaitForStepsAsync(this IPage page, int steps) =>
        page.WaitForFunctionAsync("count => Number(document.querySelector('.charts')?.dataset.rows ?? 0) >= count", steps);

    internal static Task WaitForStatusAsync(this IPage page, string status) => page.WaitForSelectorAsync($".state .status.{status}");
}
