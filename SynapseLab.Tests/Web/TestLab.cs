using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SynapseLab.Web.Components;

namespace SynapseLab.Tests.Web;

/// <summary>The web app in memory, with a data folder of its own, no demo dataset, and one allowed data root.</summary>
internal sealed partial class TestLab : WebApplicationFactory<App>
{
    public const string Password = "correct horse battery";

    private readonly Dictionary<string, string> _settings;

    public TestLab(params (string Key, string Value)[] settings)
    {
        Directory.CreateDirectory(DataRoot);
        _settings = new()
        {
            ["SynapseLab:DataPath"] = Path.Combine(Folder.Path, "data"),
            ["SynapseLab:DataRoots:0"] = DataRoot,
            ["SynapseLab:DemoDataset"] = "false",
        };
        foreach ((string key, string value) in settings)
        {
            _settings[key] = value;
        }
    }

    public ScratchFolder Folder { get; } = new();

    public string DataRoot => Path.Combine(Folder.Path, "roots");

    /// <summary>A browser of its own, which does not follow redirects.</summary>
    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    /// <summary>A browser in which the first visitor became administrator.</summary>
    public async Task<HttpClient> AdministratorAsync(string userName = "ada")
    {
        HttpClient browser = Browser();
        HttpResponseMessage answer = await PostFormAsync(browser, "/account/setup", "setup",
            ("Input.UserName", userName), ("Input.Password", Password), ("Input.Repeat", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string userName, string password) =>
        PostFormAsync(browser, "/account/login", "login", ("Input.UserName", userName), ("Input.Password", password));

    /// <summary>Opens a page with a form and sends the form, as a browser does.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(HttpClient browser, string path, string handler, params (string Name, string Value)[] fields)
    {
        string page = await browser.GetStringAsync(path, TestContext.Current.CancellationToken);
        return await SendFormAsync(browser, path, handler, TokenIn(page), fields);
    }

    public static Task<HttpResponseMessage> SendFormAsync(
        HttpClient browser, string path, string handler, string token, params (string Name, string Value)[] fields) =>
        browser.PostAsync(path, new FormUrlEncodedContent(
        [
            new("_handler", handler),
            new("__RequestVerificationToken", token),
            .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)),
        ]), TestContext.Current.CancellationToken);

    public static string TokenIn(string page) => Token().Match(page) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException("The page has no form with an antiforgery token.");

    public T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureLogging(logging => logging.ClearProviders());
        foreach ((string key, string value) in _settings)
        {
            builder.UseSetting(key, value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Folder.Dispose();
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
