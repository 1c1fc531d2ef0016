namespace SynapseLab.Web.Features.Synapses;

/// <summary>Services of the synapse pages.</summary>
internal static class SynapseSetup
{
    internal static void AddSynapses(this IServiceCollection services)
    {
        services.AddSingleton<SynapseCatalogue>();
        services.AddSingleton<PolarityDecisions>();
        services.AddSingleton<OpenCubes>();
    }
}
