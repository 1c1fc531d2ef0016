using System.Text.Json;
using SynapseLab.Engine.Data;

namespace SynapseLab.Engine.Phantom;

/// <summary>What was planted: the content of truth.json.</summary>
/// <param name="Options">The options that made the phantom, without the folder.</param>
/// <param name="Types">Names of the planted types; a synapse's type is an index into it.</param>
/// <param name="Synapses">Every synapse, in the order of the tables.</param>
public sealed record PhantomTruth(PhantomTruthOptions Options, IReadOnlyList<string> Types, IReadOnlyList<PhantomTruthSynapse> Synapses)
{
    /// <summary>Name of the file in the dataset's folder.</summary>
    public const string FileName = "truth.json";

    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    /// <summary>Reads a dataset's truth.json.</summary>
    /// <exception cref="EngineException">When the file is missing or is not a truth.json.</exception>
    public static PhantomTruth Read(string dataDir)
    {
        string path = Path.Combine(dataDir, FileName);
        try
        {
            return JsonSerializer.Deserialize<PhantomTruth>(File.ReadAllBytes(path), s_json) ?? throw new JsonException("it holds null");
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            throw new EngineException($"'{path}' is not a phantom's truth.json: {error.Message} Only datasets made by the phantom have one.", error);
        }
    }

    /// <summary>Writes truth.json into a folder.</summary>
    internal void Write(string directory) =>
        File.WriteAllBytes(Path.Combine(directory, FileName), JsonSerializer.SerializeToUtf8Bytes(this, s_json));
}

/// <summary>The options of a phantom, as <see cref="PhantomOptions"/> has them.</summary>
public sealed record PhantomTruthOptions(int BoundingBoxes, int Size, int Synapses, int Types, int Seed);

/// <summary>One planted synapse.</summary>
/// <param name="Id">Full id, e.g. "bbox1_spine_synapse_007".</param>
/// <param name="BoundingBox">Its bounding box, e.g. "bbox1".</param>
/// <param name="Type">0-based type.</param>
/// <param name="PresynapticSide">1 or 2.</param>
/// <param name="CenterZyx">Centre voxel z, y, x, 0-based.</param>
public sealed record PhantomTruthSynapse(string Id, string BoundingBox, int Type, int PresynapticSide, IReadOnlyList<int> CenterZyx)
{
    /// <summary>The truth of one site.</summary>
    internal static PhantomTruthSynapse Of(string boundingBox, SynapseName name, SynapseSite site, int presynapticSide)
    {
        Voxel center = site.Center;
        return new($"{boundingBox}_{name.Id}", boundingBox, site.Synapse.TypeIndex, presynapticSide, [center.Z, center.Y, center.X]);
    }
}
