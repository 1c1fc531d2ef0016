using System.Net;
using Microsoft.EntityFrameworkCore;
using SynapseLab.Web.Data;

namespace SynapseLab.Tests.Web;

public sealed class FirstAdministratorTests
{
    [Fact]
    public async Task Setup_TwoVisitorsAtOnce_MakesOneAdministrator()
    {
        using var lab = new TestLab();
        HttpClient[] browsers = [.. Enumerable.Range(0, 6).Select(_ => lab.Browser())];
        string[] tokens = await Task.WhenAll(browsers.Select(async browser => TestLab.TokenIn(await browser.GetStringAsync("/account/setup"))));

        HttpResponseMessage[] answers = await Task.WhenAll(browsers.Select((browser, i) => TestLab.SendFormAsync(
            browser, "/account/setup", "setup", tokens[i],
            ("Input.UserName", $"visitor{i}"), ("Input.Password", TestLab.Password), ("Input.Repeat", TestLab.Password))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        await using LabDatabase database = await lab.Service<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        Assert.Equal(1, await database.Users.CountAsync());
        Assert.Equal(1, await database.UserRoles.CountAsync());
    }

    [Fact]
    public async Task Setup_WhenAnAccountExists_LeadsToSigningIn()
    {
        using var lab = new TestLab();
        await lab.AdministratorAsync();

        HttpResponseMessage answer = await lab.Browser().GetAsync("/account/setup");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("/account/login", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setup_ShortPassword_SaysSoAndMakesNothing()
    {
        using var lab = new TestLab();

        HttpResponseMessage answer = await TestLab.PostFormAsync(lab.Browser(), "/account/setup", "setup",
            ("Input.UserName", "ada"), ("Input.Password", "short"), ("Input.Repeat", "short"));

        Assert.Contains("at least 10 characters", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using LabDatabase database = await lab.Service<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        Assert.False(await database.Users.AnyAsync());
    }
}
