namespace SynapseLab.Engine.Data;

/// <summary>One synapse of a table.</summary>
/// <param name="Row">1-based row of the Excel sheet.</param>
/// <param name="Id">Var1, trimmed; a duplicate has the suffix "~2".</param>
/// <param name="Center">Cleft centre.</param>
/// <param name="Side1">Point in the first partner.</param>
/// <param name="Side2">Point in the second partner.</param>
public sealed record SynapseRow(int Row, string Id, Voxel Center, Voxel Side1, Voxel Side2);

/// <summary>The synapses of one bounding box and what was noticed while reading them.</summary>
public sealed partial record SynapseTable(IReadOnlyList<SynapseRow> Rows, IReadOnlyList<Finding> Findings)
{
    /// <summary>Reads the first sheet of an Excel file.</summary>
    public static SynapseTable Read(string xlsx, string whereName) => throw new NotImplementedException();
}
