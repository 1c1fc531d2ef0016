using System.Net;
using SynapseLab.Web.Features.Accounts;
using SynapseLab.Web.Features.Admin;
using SynapseLab.Web.Features.Datasets.Upload;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Tests.Web;

public sealed class AccessTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/datasets")]
    [InlineData("/datasets/1")]
    [InlineData("/datasets/1/synapses/bbox1_a")]
    [InlineData("/admin")]
    public async Task Page_WithoutAccount_LeadsToSigningIn(string path)
    {
        using var lab = new TestLab();

        HttpResponseMessage answer = await lab.Browser().GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/login", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/datasets/1/synapses/bbox1_a/window")]
    [InlineData("GET", "/api/cubesets/1/cubes/bbox1_a")]
    [InlineData("POST", UploadEndpoint.Path)]
    [InlineData("GET", "/api/anything")]
    [InlineData("POST", "/hubs/progress/negotiate")]
    [InlineData("POST", "/_blazor/negotiate")]
    public async Task Endpoint_WithoutAccount_Is401(string method, string path)
    {
        using var lab = new TestLab();

        HttpResponseMessage answer = await lab.Browser().SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/favicon.svg")]
    [InlineData("/account/setup")]
    public async Task PublicFile_WithoutAccount_IsThere(string path)
    {
        using var lab = new TestLab();

        Assert.Equal(HttpStatusCode.OK, (await lab.Browser().GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task EveryAnswer_CarriesSecurityHeaders()
    {
        using var lab = new TestLab();

        HttpResponseMessage answer = await lab.Browser().GetAsync("/account/setup");

        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        string scripts = policy.Split(';', StringSplitOptions.TrimEntries).Single(rule => rule.StartsWith("script-src", StringComparison.Ordinal));
        Assert.StartsWith("script-src 'self'", scripts, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", scripts, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
    }

    [Fact]
    public async Task Viewer_OnAdminPageAndUpload_IsRefused()
    {
        using var lab = new TestLab();
        await lab.AdministratorAsync();
        await lab.Service<AccountAdministration>().AddAsync("vera", TestLab.Password, Roles.Viewer);
        HttpClient browser = lab.Browser();
        await TestLab.SignInAsync(browser, "vera", TestLab.Password);

        HttpResponseMessage page = await browser.GetAsync("/admin");
        HttpResponseMessage upload = await browser.PostAsync(UploadEndpoint.Path + "?name=x", new ByteArrayContent([]));

        Assert.Contains("/account/denied", page.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, upload.StatusCode);
    }

    [Fact]
    public async Task SignIn_WrongPasswordManyTimes_LocksTheAccount()
    {
        using var lab = new TestLab();
        await lab.AdministratorAsync();
        HttpClient browser = lab.Browser();
        for (int i = 0; i < 8; i++)
        {
            await TestLab.SignInAsync(browser, "ada", "wrong password");
        }

        HttpResponseMessage answer = await TestLab.SignInAsync(browser, "ada", TestLab.Password);

        Assert.Contains("locked for 5 minutes", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_DisabledAccount_IsRefused()
    {
        using var lab = new TestLab();
        await lab.AdministratorAsync();
        var administration = lab.Service<AccountAdministration>();
        await administration.AddAsync("max", TestLab.Password, Roles.Member);
        string id = (await administration.ListAsync()).Single(account => account.UserName == "max").Id;
        await administration.SetDisabledAsync(id, isDisabled: true);

        HttpResponseMessage answer = await TestLab.SignInAsync(lab.Browser(), "max", TestLab.Password);

        Assert.Contains("disabled", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administration_LastAdministrator_StaysOne()
    {
        using var lab = new TestLab();
        await lab.AdministratorAsync();
        var administration = lab.Service<AccountAdministration>();
        string id = (await administration.ListAsync()).Single().Id;

        Assert.NotEmpty(await administration.SetRoleAsync(id, Roles.Viewer));
        Assert.NotEmpty(await administration.SetDisabledAsync(id, isDisabled: true));
        Assert.Equal((Roles.Admin, false), ((await administration.ListAsync()).Single().Role, (await administration.ListAsync()).Single().IsDisabled));
    }

    [Theory]
    [InlineData("/datasets/3?half=40", "/datasets/3?half=40")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/a\r\nb", "/")]
    [InlineData(null, "/")]
    public void ReturnAddress_ElsewhereOrMalformed_IsTheStartPage(string? asked, string expected) =>
        Assert.Equal(expected, LocalAddress.Of(asked));
}
