using SynapseLab.Engine.Data.Tiff;

namespace SynapseLab.Engine.Data;

/// <summary>Inspects one bounding box.</summary>
internal sealed class BoundingBoxInspector(BoundingBoxSource source, CodeTable codes, int cubeSize, Action<string, int> report)
{
    /// <summary>Units of progress that one bounding box counts for.</summary>
    internal const int StepsPerBox = 100;

    private const int StepsForRaw = 20;
    private const int StepsForSlices = 40; // with the codes

    private readonly List<Finding> _findings = [];
    private readonly string _tableName = Path.GetFileName(source.TablePath);

    /// <summary>Never throws for bad data: an unusable box says why among its findings.</summary>
    internal BoundingBoxInspection Inspect(CancellationToken cancellationToken)
    {
        var settings = new BoundingBoxSettings(new StructureCodes(null, 1, [1]), VoxelSizeNm.Default);
        try
        {
            report($"{source.Name}: checking", 0);
            settings = codes.For(source.Name);
            return InspectUsable(settings, cancellationToken);
        }
        catch (EngineException error)
        {
            _findings.Add(BoundingBoxFindings.Unusable(source.Name, error));
            return new BoundingBoxInspection(
                source.Name, false, null, Bits(source.RawPath), Bits(source.SegmentationPath), Bits(source.MaskPath), settings, new Dictionary<int, long>(), 0, [], 0, 0, 0, Sorted());
        }
    }

    private BoundingBoxInspection InspectUsable(BoundingBoxSettings settings, CancellationToken cancellationToken)
    {
        BoundingBoxVolumes volumes = BoundingBoxVolumes.Open(source, settings.Codes);
        SynapseTable table = SynapseTable.Read(source.TablePath, _tableName).Within(volumes.Shape, _tableName);
        _findings.AddRange(table.Findings);
        _findings.AddRange(CloseCenters.Find(table.Rows, settings.VoxelSizeNm, _tableName));

        _findings.AddRange(SliceNumbering.Find(source));

        report($"{source.Name}: reading raw", 0);
        TiffSlices.Open(source.RawPath).RequireReadable(TiffColor.Grey, cancellationToken); // mask and segments are read below
        report($"{source.Name}: counting structure codes", StepsForRaw);
        CodeCensus census = CodeCensus.Take(source.MaskPath, [.. table.Rows.Select(row => row.Center)], cancellationToken);
        StructureCodes? proposed = CodeProposal.Make(census, settings.Codes);
        _findings.AddRange(CodeFindings.Find(source.Name, census, settings.Codes, proposed));

        List<SynapseInspection> synapses = InspectSynapses(volumes, table.Rows, settings, cancellationToken);
        return new BoundingBoxInspection(
            source.Name,
            true,
            volumes.Shape,
            volumes.RawBits,
            volumes.SegmentationBits,
            volumes.MaskBits,
            settings,
            census.Everywhere,
            table.RowCount,
            synapses,
            synapses.Count(s => s.Polarity.State == PolarityState.Clear),
            synapses.Count(s => s.Polarity.State == PolarityState.Ambiguous),
            synapses.Count(s => s.NeedsPadding),
            Sorted(),
            proposed);
    }

    // By z, so that each slice is decoded once; listed in the table's order.
    private List<SynapseInspection> InspectSynapses(
        BoundingBoxVolumes volumes, IReadOnlyList<SynapseRow> rows, BoundingBoxSettings settings, CancellationToken cancellationToken)
    {
        var synapses = new List<SynapseInspection>();
        foreach (SynapseRow row in rows.OrderBy(row => row.Center.Z))
        {
            cancellationToken.ThrowIfCancellationRequested();
            report($"{source.Name}: deciding polarity", StepsForSlices + ((StepsPerBox - StepsForSlices) * synapses.Count / rows.Count));
            SynapseSurroundings surroundings = volumes.Read(row.Center, row.Side1, row.Side2, cubeSize, rawHalf: 0, cancellationToken);
            Polarity polarity = PolarityRule.Decide(surroundings, row.Center, settings.VoxelSizeNm);
            bool padded = Block<byte>.Clamp(volumes.Shape, row.Center, cubeSize / 2).Shape.Count < (long)cubeSize * cubeSize * cubeSize;
            synapses.Add(new SynapseInspection(row.Id, $"{source.Name}_{row.Id}", row.Row, row.Center, row.Side1, row.Side2, polarity, padded));
            if (polarity.State == PolarityState.Ambiguous)
            {
                string kind = surroundings.Segment1 == surroundings.Segment2 && surroundings.Segment1 != 0 ? "same-segment" : "ambiguous-polarity";
                _findings.Add(new Finding(Severity.Warning, kind, $"{row.Id}: {polarity.Reason}", $"{_tableName} row {row.Row}", "Look at it and decide which side is presynaptic."));
            }
        }

        return [.. synapses.OrderBy(s => s.Row)];
    }

    private Finding[] Sorted() => [.. _findings.OrderByDescending(f => f.Severity)];

    private static int Bits(string path)
    {
        try
        {
            return TiffSlices.Open(path).BitsPerSample;
        }
        catch (TiffException)
        {
            return 0; // the reason is reported already, by who needed the stack
        }
    }
}
