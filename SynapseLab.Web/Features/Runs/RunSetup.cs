using SynapseLab.Web.Features.Runs.Api;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Extraction;
using SynapseLab.Web.Features.Runs.Launch;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Web.Features.Runs;

/// <summary>What the runs' pages, hub and executor need.</summary>
internal static class RunSetup
{
    /// <summary>Adds the executor with the engine behind it, and everything that shows its work.</summary>
    internal static void AddRuns(this IServiceCollection services)
    {
        services.AddSignalR();
        services.AddSingleton<ITrainingBackend, EngineTrainingBackend>();
        services.AddSingleton<StatusChanges>();
        services.AddSingleton<RunQueue>();
        services.AddSingleton<RunStore>();
        services.AddSingleton<RunRemoval>();
        services.AddSingleton<EvaluationStore>();
        services.AddSingleton<RunCatalogue>();
        services.AddSingleton<RunUpdates>();
        services.AddSingleton<EvaluationUpdates>();
        services.AddSingleton<RunLauncher>();
        services.AddSingleton<FeatureJobs>();
        services.AddSingleton<WeightShelf>();
        services.AddSingleton<SetTypes>();
        services.AddSingleton<MeasurementQueue>();
        services.AddSingleton<MeasurementStore>();
        services.AddSingleton<MeasurementHistory>();
        services.AddSingleton<DeviceForecast>();
        services.AddSingleton<PreflightDesk>();
        services.AddSingleton<ProgressFanout>();
        services.AddSingleton<DueWork>();
        services.AddSingleton<WorkPlacement>();
        services.AddSingleton<RunExecutor>();
        services.AddSingleton<RunRequests>();
        services.AddSingleton<WaitingList>();
        services.AddSingleton<HubSessions>();

        services.AddHostedService(provider => provider.GetRequiredService<HubSessions>());

        // Services stop in reverse order: the executor's last values still find the fan-out alive.
        services.AddHostedService(provider => provider.GetRequiredService<ProgressFanout>());
        services.AddHostedService(provider => provider.GetRequiredService<RunExecutor>());
        services.Configure<HostOptions>(options => options.ShutdownTimeout = RunExecutor.ShutdownLimit);
    }

    /// <summary>Maps the hub and the HTTP endpoints.</summary>
    internal static void MapRuns(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHub<ProgressHub>(ProgressHub.Path);
        endpoints.MapRunEndpoints();
        endpoints.MapRunOrderEndpoints();
    }
}
