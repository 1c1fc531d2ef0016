using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>The whole web app in memory on a temporary data folder, with a scripted trainer and people who can sign in.</summary>
internal sealed class LabServer(string folder, ScriptedTrainer trainer) : WebApplicationFactory<RunExecutor>
{
    private const string Password = "correct horse battery";

    internal T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Makes an account and signs it in; the client carries its cookie.</summary>
    internal async Task<HttpClient> SignInAsync(string name, string role)
    {
        await using (AsyncServiceScope scope = Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var account = new Account { UserName = name };
            Assert.True((await accounts.CreateAsync(account, Password)).Succeeded);
            Assert.True((await accounts.AddToRoleAsync(account, role)).Succeeded);
        }

        HttpClient client = CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("http://localhost") });
        string page = await client.GetStringAsync("/account/login");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "login",
            ["__RequestVerificationToken"] = Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value,
            ["Input.UserName"] = name,
            ["Input.Password"] = Password,
        });
        HttpResponseMessage answer = await client.PostAsync("/account/login", form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        string cookie = answer.Headers.GetValues("Set-Cookie").First(value => value.StartsWith("synapselab.session", StringComparison.Ordinal)).Split(';')[0];
        client.DefaultRequestHeaders.Add("X-Test-Cookie", cookie);
        return client;
    }

    /// <summary>Launches a run on a made-up cube set.</summary>
    internal async Task<int> LaunchAsync(string name, string person)
    {
        await using LabDatabase context = await Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        CubeSet? cubes = await context.CubeSets.FirstOrDefaultAsync();
        if (cubes is null)
        {
            cubes = new CubeSet
            {
                Dataset = new Dataset { Name = "phantom", Kind = "folder", State = "ready", CreatedBy = person },
                CubeSize = 32,
                Channels = "raw+pre+cleft",
                Directory = folder,
                State = "ready",
                CubeCount = 40,
                CreatedBy = person,
            };
            context.Add(cubes);
            await context.SaveChangesAsync();
        }

        return await Get<RunLauncher>().LaunchAsync(name, cubes.Id, new() { BatchSize = 10, Epochs = 5 }, person);
    }

    internal async Task WaitForAsync(int runId, string status)
    {
        for (int i = 0; i < 1000; i++)
        {
            await using LabDatabase context = await Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
            if ((await context.Runs.FindAsync(runId))?.Status == status)
            {
                return;
            }

            await Task.Delay(20);
        }

        Assert.Fail($"run {runId} never became {status}");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.UseSetting("SynapseLab:DataPath", folder);
        builder.UseSetting("SynapseLab:DemoDataset", "false");
        builder.ConfigureServices(services => services.AddSingleton<ITrainingBackend>(trainer));
    }
}
