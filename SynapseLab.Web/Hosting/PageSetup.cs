using Radzen;
using SynapseLab.Web.Components.Frame;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Accounts;
using SynapseLab.Web.Features.Admin;
using SynapseLab.Web.Features.Datasets;
using SynapseLab.Web.Features.Embeddings;
using SynapseLab.Web.Features.Home;
using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Features.Synapses;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Hosting;

/// <summary>Services and endpoints of the pages; each feature adds its own line.</summary>
internal static class PageSetup
{
    internal static void AddLabPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
        services.AddHttpContextAccessor();
        services.AddSingleton<DatasetReports>();
        services.AddSingleton<DeviceActivity>();
        services.AddScoped<SearchIndex>();
        services.AddSynapses();
        services.AddSingleton<JobHistory>();
        services.AddSingleton<JobService>();
        services.AddHostedService(provider => provider.GetRequiredService<JobService>());
        services.AddSingleton<OverviewReader>();
        services.AddSingleton<AccountAdministration>();
        services.AddDatasets();
        services.AddRuns();
        services.AddEmbeddings();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. Microsoft.AspNetCore.ResponseCompression.ResponseCompressionDefaults.MimeTypes, "application/octet-stream"];
        });
    }

    internal static void MapLabEndpoints(this WebApplication app)
    {
        app.MapAccountEndpoints();
        app.MapSynapseEndpoints();
        app.MapDatasets();
        app.MapRuns();
        app.MapEmbeddings();
    }
}
