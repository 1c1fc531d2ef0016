namespace SynapseLab.Engine.Data;

/// <summary>Finds synapses annotated twice: centres closer than 100 nm (domain §6).</summary>
internal static class CloseCenters
{
    private const double ThresholdNm = 100;

    internal static IEnumerable<Finding> Find(IReadOnlyList<SynapseRow> rows, VoxelSizeNm voxelSize, string tableName)
    {
        for (int j = 1; j < rows.Count; j++)
        {
            for (int i = 0; i < j; i++)
            {
                double distance = DistanceNm(rows[i].Center, rows[j].Center, voxelSize);
                if (distance < ThresholdNm)
                {
                    yield return new Finding(
                        Severity.Warning,
                        "close-centres",
                        FormattableString.Invariant($"{rows[i].Id} (row {rows[i].Row}) and {rows[j].Id} have centres {distance:0} nm apart, expected at least {ThresholdNm:0} nm"),
                        $"{tableName} row {rows[j].Row}",
                        "Check whether one synapse was annotated twice; both are used.");
                }
            }
        }
    }

    private static double DistanceNm(Voxel a, Voxel b, VoxelSizeNm size)
    {
        (double z, double y, double x) = ((a.Z - b.Z) * size.Z, (a.Y - b.Y) * size.Y, (a.X - b.X) * size.X);
        return Math.Sqrt((z * z) + (y * y) + (x * x));
    }
}
