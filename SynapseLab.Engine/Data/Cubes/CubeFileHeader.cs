using SynapseLab.Engine.Data.Hdf5;

namespace SynapseLab.Engine.Data.Cubes;

/// <summary>What a file of cubes says about all of them (domain §3).</summary>
/// <param name="BoundingBox">Name of the bounding box.</param>
/// <param name="CubeSize">Edge in voxels.</param>
/// <param name="Channels">Channel recipe.</param>
/// <param name="Settings">Codes and voxel size they were made with.</param>
/// <param name="SourceFingerprint">Changes when a source file or an option changes.</param>
internal sealed record CubeFileHeader(string BoundingBox, int CubeSize, string Channels, BoundingBoxSettings Settings, string SourceFingerprint)
{
    /// <summary>Version of the layout; part of the fingerprint, so that a new version rebuilds old files.</summary>
    internal const int FormatVersion = 1;

    /// <summary>Ending of every file of cubes.</summary>
    internal const string FileSuffix = "_synapses.h5";

    /// <summary>What makes this file another one than that of the same box as it would be written now; a clause, of two that differ.</summary>
    internal string DifferenceFrom(CubeFileHeader now)
    {
        List<string> differences = [];
        if (CubeSize != now.CubeSize)
        {
            differences.Add($"cubes of {CubeSize}³ in place of {now.CubeSize}³");
        }

        if (Channels != now.Channels)
        {
            differences.Add($"the channels {Channels} in place of {now.Channels}");
        }

        (string codes, string codesNow) = (Words(Settings), Words(now.Settings));
        if (codes != codesNow)
        {
            differences.Add($"the structure codes {codes} in place of {codesNow}");
        }

        return differences.Count > 0 ? string.Join(" and ", differences) : "other source files or decisions on polarity";

        static string Words(BoundingBoxSettings settings) => CodeTableJson.WriteEntry(settings).ToJsonString();
    }

    internal void Write(Hdf5File file)
    {
        (Hdf5Object root, string path) = (file.Root, file.Path);
        VoxelSizeNm size = Settings.VoxelSizeNm;
        Hdf5Attributes.Write(root, path, "format_version", FormatVersion);
        Hdf5Attributes.Write(root, path, "bounding_box", BoundingBox);
        Hdf5Attributes.Write(root, path, "cube_size", CubeSize);
        Hdf5Attributes.Write(root, path, "channels", Channels);
        Hdf5Attributes.Write(root, path, "voxel_size_nm", (ReadOnlySpan<double>)[size.Z, size.Y, size.X]);
        Hdf5Attributes.Write(root, path, "structure_codes", CodeTableJson.WriteEntry(Settings).ToJsonString());
        Hdf5Attributes.Write(root, path, "source_fingerprint", SourceFingerprint);
    }

    /// <summary>Reads a header; the settings come back from their JSON.</summary>
    /// <exception cref="EngineException">Not a file of cubes, or of another version.</exception>
    internal static CubeFileHeader Read(Hdf5File file)
    {
        (Hdf5Object root, string path) = (file.Root, file.Path);
        long version = Hdf5Attributes.ReadLong(root, path, "format_version");
        if (version != FormatVersion)
        {
            throw new EngineException($"{path} has cube format {version}, expected {FormatVersion}; prepare the cubes again.");
        }

        string codes = $"{{\"*\": {Hdf5Attributes.ReadString(root, path, "structure_codes")}}}";
        return new CubeFileHeader(
            Hdf5Attributes.ReadString(root, path, "bounding_box"),
            (int)Hdf5Attributes.ReadLong(root, path, "cube_size"),
            Hdf5Attributes.ReadString(root, path, "channels"),
            CodeTable.Parse(codes).For(CodeTable.AllOthers),
            Hdf5Attributes.ReadString(root, path, "source_fingerprint"));
    }
}
