using SynapseLab.Web.Features.Datasets.Access;
using SynapseLab.Web.Features.Datasets.Cubes;
using SynapseLab.Web.Features.Datasets.Upload;

namespace SynapseLab.Web.Features.Datasets;

/// <summary>Services and endpoints of datasets.</summary>
internal static class DatasetSetup
{
    internal static void AddDatasets(this IServiceCollection services)
    {
        services.AddSingleton<DataRoots>();
        services.AddSingleton<DatasetCatalog>();
        services.AddSingleton<DatasetCodes>();
        services.AddSingleton<DatasetJobs>();
        services.AddSingleton<PolarityOverrides>();
        services.AddSingleton<CubePreparation>();
        services.AddSingleton<CubeFreshness>();
        services.AddSingleton<CubeRemoval>();
        services.AddSingleton<ArchiveReceiver>();
        services.AddHostedService<DemoDataset>();
    }

    internal static void MapDatasets(this IEndpointRouteBuilder endpoints) => endpoints.MapUpload();
}
