using Microsoft.Playwright;

namespace SynapseLab.Tests.EndToEnd;

/// <summary>Debian's Chromium, headless; skips the test with its reason where there is none.</summary>
internal sealed class LabBrowser : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private LabBrowser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    internal static async Task<LabBrowser> StartAsync()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is not installed (apt-get install chromium)");
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--enable-unsafe-swiftshader"],
        });
        return new(playwright, browser);
    }

    /// <summary>A person's own window: cookies are not shared with others.</summary>
    internal async Task<IPage> OpenAsync(string url)
    {
        IBrowserContext context = await _browser.NewContextAsync(new() { BaseURL = url, ViewportSize = new() { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout(90_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
