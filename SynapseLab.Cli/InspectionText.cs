using SynapseLab.Engine;
using SynapseLab.Engine.Data;

namespace SynapseLab.Cli;

/// <summary>An inspection report for people: a table of bounding boxes, then what was found in each.</summary>
internal static class InspectionText
{
    private static readonly string[] s_head =
        ["bbox", "voxels z × y × x", "nm z, y, x", "bits", "mito", "vesicle", "cleft", "rows", "synapses", "clear", "ambiguous", "padded"];

    /// <summary>Writes the report.</summary>
    public static void Write(InspectionReport report, TextWriter writer)
    {
        writer.WriteLine(report.Root);
        WriteTable([s_head, .. report.BoundingBoxes.Select(Row)], writer);
        FindingList.Write(report.Findings, writer);
        foreach (BoundingBoxInspection box in report.BoundingBoxes)
        {
            WriteBox(box, writer);
        }

        int findings = report.Findings.Count + report.BoundingBoxes.Sum(box => box.Findings.Count);
        int unusable = report.BoundingBoxes.Count(box => !box.Usable);
        writer.WriteLine(
            $"{Plural.Counted(report.BoundingBoxes.Sum(box => box.Synapses.Count), "synapse")} in {Plural.Counted(report.BoundingBoxes.Count - unusable, "usable bounding box", "usable bounding boxes")}, {Plural.Counted(findings, "finding")}.");
    }

    private static string[] Row(BoundingBoxInspection box)
    {
        StructureCodes codes = box.Settings.Codes;
        VoxelSizeNm voxel = box.Settings.VoxelSizeNm;
        return
        [
            box.Usable ? box.Name : $"{box.Name} (unusable)",
            box.Shape?.ToString() ?? "–",
            $"{voxel.Z:0.##}, {voxel.Y:0.##}, {voxel.X:0.##}",
            $"{box.RawBits}/{box.SegmentationBits}/{box.MaskBits}",
            codes.Mitochondria?.ToString() ?? "–",
            codes.Vesicle.ToString(),
            string.Join('+', codes.Cleft.Distinct()),
            box.TableRows.ToString(),
            box.Synapses.Count.ToString(),
            box.ClearCount.ToString(),
            box.AmbiguousCount.ToString(),
            box.PaddedCount.ToString(),
        ];
    }

    private static void WriteBox(BoundingBoxInspection box, TextWriter writer)
    {
        writer.WriteLine();
        string histogram = string.Join(", ", box.CodeHistogram.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"));
        writer.WriteLine(histogram.Length > 0 ? $"{box.Name}: voxels per code {histogram}" : box.Name);
        if (box.ProposedCodes is { } proposed)
        {
            writer.WriteLine(
                $"  proposed codes: mitochondria {proposed.Mitochondria?.ToString() ?? "none"}, vesicle {proposed.Vesicle}, cleft {string.Join('+', proposed.Cleft.Distinct())}");
        }

        FindingList.Write(box.Findings, writer, "  ");
        foreach (SynapseInspection synapse in box.Synapses.Where(synapse => synapse.Polarity.State == PolarityState.Ambiguous))
        {
            writer.WriteLine(
                $"  look at  row {synapse.Row} {synapse.Id}: side {synapse.Polarity.Side} taken as presynaptic, {synapse.Polarity.Reason}");
        }
    }

    /// <summary>Aligns columns: the first to the left, the others to the right.</summary>
    private static void WriteTable(IReadOnlyList<string[]> rows, TextWriter writer)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            IEnumerable<string> cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]));
            writer.WriteLine(string.Join("  ", cells));
        }
    }
}
