namespace SynapseLab.Engine.Data.Cubes;

/// <summary>Writes one bounding box as cubes around its synapses (domain §3).</summary>
/// <param name="volumes">The stacks.</param>
/// <param name="table">The synapses, all inside the stacks.</param>
/// <param name="header">What the file says about all of its cubes.</param>
/// <param name="sides">Decides the presynaptic side of each.</param>
/// <param name="path">The file.</param>
internal sealed class CubePreparation(BoundingBoxVolumes volumes, SynapseTable table, CubeFileHeader header, PolarityDecisions sides, string path)
{
    private const string Checking = "checking the cubes that are there";

    private readonly ChannelRecipe _recipe = ChannelRecipe.Parse(header.Channels);

    /// <summary>Cubes that the file holds when it is prepared.</summary>
    internal int Count => table.Rows.Count;

    /// <summary>What the file says of each cube; empty before <see cref="Prepare"/>.</summary>
    internal IReadOnlyList<CubeRecord> Records { get; private set; } = [];

    /// <summary>Writes the file unless it is there, fresh and undamaged; true when it was. A file that would be kept is read once as a whole.</summary>
    /// <param name="report">Gets what is done, and cubes checked or cut so far, of <see cref="Count"/>.</param>
    /// <param name="cancellationToken">Stops between cubes; nothing half-written stays.</param>
    internal bool Prepare(Action<string, int> report, CancellationToken cancellationToken)
    {
        if (IsFresh(n => report(Checking, n), cancellationToken))
        {
            report(Checking, Count);
            return true;
        }

        bool asBytes = volumes.RawBits == 8;
        long bytes = CubeFileWriter.EstimateBytes(Count, _recipe.Channels.Count, header.CubeSize, asBytes);
        WholeFile.Write(path, bytes, partial =>
        {
            using var writer = new CubeFileWriter(partial, header, asBytes);
            Records = Write(writer, n => report("cutting cubes", n), cancellationToken);
            writer.Close();
        });
        return false;
    }

    // By z, so that each slice is decoded once; the order of the table is kept in an attribute.
    private List<CubeRecord> Write(CubeFileWriter writer, Action<int> report, CancellationToken cancellationToken)
    {
        int size = header.CubeSize;
        var records = new List<CubeRecord>();
        foreach (SynapseRow row in table.Rows.OrderBy(row => row.Center.Z))
        {
            cancellationToken.ThrowIfCancellationRequested();
            SynapseSurroundings surroundings = volumes.Read(row.Center, row.Side1, row.Side2, size, size / 2, cancellationToken);
            Polarity polarity = sides.Of(row, surroundings);
            Cube cube = CubeBuilder.Build(surroundings, row.Center, size, polarity.Side, _recipe, volumes.RawBits);
            var entry = new CubeEntry(header.BoundingBox, row.Id, row.Center, polarity.Side, polarity.State, cube.Padded) { Type = row.Type };
            records.Add(new CubeRecord(entry, row.Row, polarity.Overlap1, polarity.Overlap2, cube.Scale));
            writer.Add(records[^1], cube);
            report(records.Count);
        }

        return records;
    }

    private bool IsFresh(Action<int> report, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using CubeFileReader file = CubeFileReader.Open(path);
            Records = file.Records;
            if (file.Header.SourceFingerprint != header.SourceFingerprint || !HasTypes() || !HasChecksums())
            {
                return false;
            }

            file.RequireAllAsWritten(report, cancellationToken);
            return true;
        }
        catch (EngineException)
        {
            return false; // damaged, or of another version: built again
        }
    }

    // What a file from before checksums holds cannot be told; its cubes are cut anew, and runs on them go on.
    private bool HasChecksums() => Records.All(record => record.Checksum is not null);

    // Files from before types were kept have the fingerprint of today's; their cubes are the same, and so is what trained on them.
    private bool HasTypes() => Records.Select(record => (record.Entry.Id, record.Entry.Type)).SequenceEqual(table.Rows.Select(row => (row.Id, row.Type)));
}
