using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Engine.Data;

/// <summary>What there is to say of a bounding box that was prepared, or could not be.</summary>
internal static class BoundingBoxFindings
{
    /// <summary>A box that cannot be used.</summary>
    internal static Finding Unusable(string name, EngineException error) =>
        new(Severity.Error, "unusable-bbox", error.Message, name, "Repair it; the other bounding boxes are used.");

    /// <summary>Of a box's cubes and volume.</summary>
    /// <param name="name">Of the box.</param>
    /// <param name="records">Its cubes.</param>
    /// <param name="hasStaleVolume">Whether there is a volume of an earlier state.</param>
    internal static IEnumerable<Finding> Of(string name, IReadOnlyCollection<CubeRecord> records, bool hasStaleVolume)
    {
        int ambiguous = records.Count(r => r.Entry.Polarity == PolarityState.Ambiguous);
        int padded = records.Count(r => r.Entry.Padded);
        if (ambiguous > 0)
        {
            yield return new Finding(
                Severity.Warning, "ambiguous-polarity", $"{ambiguous} of {records.Count} synapses have an ambiguous presynaptic side", name, "Review them; the rule's side is used until someone decides.");
        }

        if (hasStaleVolume)
        {
            yield return new Finding(
                Severity.Warning, "stale-volume", "the volume is of an earlier state of its sources or options", name, "Run preprocess with --volumes, or delete the file.");
        }

        if (padded > 0)
        {
            yield return new Finding(
                Severity.Info, "padded", $"{padded} of {records.Count} cubes reach over the border and are padded with 0", name, "Choose a smaller cube size if that is too many.");
        }
    }
}
