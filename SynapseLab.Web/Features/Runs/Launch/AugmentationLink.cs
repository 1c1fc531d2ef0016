using Microsoft.AspNetCore.WebUtilities;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Components.Options;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>The address of the page that shows what a form's augmentation options do to a synapse.</summary>
internal static class AugmentationLink
{
    /// <summary>For a synapse of the set's dataset; of whole boxes there are none prepared, the page takes other cubes.</summary>
    internal static string Of(CubeSet set, TrainingOptions options) => QueryHelpers.AddQueryString(
        $"datasets/{set.DatasetId}/augmentations",
        AugmentationAddress.Write(options).Append(new("cubes", set.Kind == CubeSetKind.Synapses ? FormattableString.Invariant($"{set.Id}") : null)).Where(value => value.Value is not null));
}
