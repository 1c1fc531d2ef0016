using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Launch;
using SynapseLab.Web.Hosting;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>The runs' part of the server on a database in a temporary folder, with any trainer, mostly a scripted one. Two in a row on one folder are a restart.</summary>
internal sealed class RunServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunServer(WebApplication app) => _app = app;

    internal RunExecutor Executor => Get<RunExecutor>();

    internal RunRequests Requests => Get<RunRequests>();

    internal static async Task<RunServer> StartAsync(string folder, ITrainingBackend trainer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<LabOptions>(options => options.DataPath = folder);
        builder.Services.AddSingleton<StoragePaths>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDbContextFactory<LabDatabase>((services, options) =>
            options.UseSqlite($"Data Source={services.GetRequiredService<StoragePaths>().Database};Pooling=False"));
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton<DeviceActivity>();
        builder.Services.AddSingleton<JobHistory>();
        builder.Services.AddSingleton<JobService>();
        builder.Services.AddHostedService(services => services.GetRequiredService<JobService>());
        builder.Services.AddRuns();
        builder.Services.AddSingleton(trainer);
        WebApplication app = builder.Build();
        await using (AsyncServiceScope scope = app.Services.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<LabDatabase>();
            await DatabaseSchema.UpgradeAsync(context, CancellationToken.None);
            if (!await context.CubeSets.AnyAsync())
            {
                var dataset = new Dataset { Name = "phantom", Kind = "folder", State = "ready", CreatedBy = "anna" };
                context.Add(new CubeSet { Dataset = dataset, CubeSize = 32, Channels = "raw+pre+cleft", Directory = folder, State = "ready", CubeCount = 40, CreatedBy = "anna" });
                await context.SaveChangesAsync();
            }
        }

        await app.StartAsync();
        return new(app);
    }

    internal T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Adds another set of the first one's dataset; answers its id.</summary>
    internal async Task<int> AddSetAsync(CubeSet set)
    {
        await using LabDatabase context = await Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        (set.Dataset, set.DatasetId) = (null, (await context.CubeSets.FirstAsync()).DatasetId);
        context.Add(set);
        await context.SaveChangesAsync();
        return set.Id;
    }

    internal Task<int> LaunchAsync(string name, TrainingOptions? options = null, string person = "anna", int cubeSetId = 1) =>
        Get<RunLauncher>().LaunchAsync(name, cubeSetId, options ?? new TrainingOptions { BatchSize = 10, Epochs = 5 }, person);

    internal async Task<Run> RunAsync(int id)
    {
        await using LabDatabase context = await Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        return await context.Runs.FindAsync(id) ?? throw new InvalidOperationException($"no run {id}");
    }

    internal async Task<SynapseLab.Web.Data.Evaluation?> EvaluationOfAsync(int runId)
    {
        await using LabDatabase context = await Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        return await context.Evaluations.OrderByDescending(evaluation => evaluation.Id).FirstOrDefaultAsync(evaluation => evaluation.RunId == runId);
    }

    /// <summary>The run's own evaluation, which is queued right after its end is written, once it is finished itself.</summary>
    internal async Task<SynapseLab.Web.Data.Evaluation> WaitForEvaluationAsync(int runId)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (await EvaluationOfAsync(runId) is { Status: RunStatus.Finished } evaluation)
            {
                return evaluation;
            }

            Assert.False(limit.IsCancellationRequested, $"run {runId} was not evaluated");
            await Task.Delay(20);
        }
    }

    internal Task<Run> WaitForAsync(int id, string status) => WaitForAsync(id, status, TimeSpan.FromSeconds(30));

    internal async Task<Run> WaitForAsync(int id, string status, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        while (true)
        {
            Run run = await RunAsync(id);
            if (run.Status == status)
            {
                return run;
            }

            Assert.False(limit.IsCancellationRequested, $"run {id} is {run.Status} ({run.ErrorMessage}), expected {status}");
            await Task.Delay(20);
        }
    }

    /// <summary>SIGTERM: hosted services stop in order.</summary>
    internal Task StopAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
