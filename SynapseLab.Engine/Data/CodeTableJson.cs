using System.Text.Json;
using System.Text.Json.Nodes;

namespace SynapseLab.Engine.Data;

/// <summary>The JSON form of a <see cref="CodeTable"/> and of one entry of it.</summary>
internal static class CodeTableJson
{
    private static readonly JsonDocumentOptions s_reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly JsonSerializerOptions s_writing = new() { WriteIndented = true };

    internal static List<KeyValuePair<string, BoundingBoxSettings>> Read(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, s_reading);
            Require(document.RootElement.ValueKind == JsonValueKind.Object, "the codes file", "an object with one entry per bounding box, e.g. {\"*\": {…}}");
            RequireOnce(document.RootElement, "");
            return [.. document.RootElement.EnumerateObject().Select(p => KeyValuePair.Create(p.Name.Trim(), ReadEntry(p.Name.Trim(), p.Value)))];
        }
        catch (JsonException error)
        {
            throw new EngineException($"The code table is not valid JSON (line {error.LineNumber + 1}: {error.Message}).", error);
        }
    }

    internal static string Write(IEnumerable<KeyValuePair<string, BoundingBoxSettings>> entries)
    {
        var root = new JsonObject();
        foreach ((string name, BoundingBoxSettings settings) in entries)
        {
            root[name] = WriteEntry(settings);
        }

        return root.ToJsonString(s_writing);
    }

    /// <summary>One entry as {"mitochondria": …, "vesicle": …, "cleft": […], "voxel_size_nm": [z, y, x]}.</summary>
    internal static JsonObject WriteEntry(BoundingBoxSettings settings)
    {
        var entry = new JsonObject();
        if (settings.Codes.Mitochondria is { } mitochondria)
        {
            entry["mitochondria"] = mitochondria;
        }

        entry["vesicle"] = settings.Codes.Vesicle;
        entry["cleft"] = new JsonArray([.. settings.Codes.Cleft.Select(c => JsonValue.Create(c))]);
        entry["voxel_size_nm"] = new JsonArray(settings.VoxelSizeNm.Z, settings.VoxelSizeNm.Y, settings.VoxelSizeNm.X);
        return entry;
    }

    private static BoundingBoxSettings ReadEntry(string name, JsonElement entry)
    {
        Require(entry.ValueKind == JsonValueKind.Object, name, "an object with vesicle, cleft, mitochondria and voxel_size_nm");
        RequireOnce(entry, name + ".");
        int? mitochondria = null, vesicle = null;
        IReadOnlyList<int>? cleft = null;
        VoxelSizeNm voxelSize = VoxelSizeNm.Default;
        foreach (JsonProperty field in entry.EnumerateObject())
        {
            string where = $"{name}.{field.Name}";
            switch (field.Name)
            {
                case "mitochondria": mitochondria = field.Value.ValueKind == JsonValueKind.Null ? null : Code(field.Value, where); break;
                case "vesicle": vesicle = Code(field.Value, where); break;
                case "cleft": cleft = Codes(field.Value, where); break;
                case "voxel_size_nm": voxelSize = VoxelSize(field.Value, where); break;
                default: throw new EngineException($"The code table's {where} is not known; expected mitochondria, vesicle, cleft or voxel_size_nm.");
            }
        }

        Require(vesicle is not null, $"{name}.vesicle", "a code");
        Require(cleft is { Count: > 0 }, $"{name}.cleft", "one code or a list of at least one");
        return new BoundingBoxSettings(new StructureCodes(mitochondria, vesicle!.Value, cleft!), voxelSize);
    }

    // JSON lets a name stand twice, and readers take the last: a copied entry would win over the one that was edited.
    private static void RequireOnce(JsonElement element, string prefix)
    {
        if (element.EnumerateObject().GroupBy(property => property.Name.Trim()).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new EngineException($"The code table is wrong: {prefix}{twice.Key} stands there twice; keep one of them.");
        }
    }

    private static IReadOnlyList<int> Codes(JsonElement value, string where) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(v => Code(v, where)).Distinct()]
        : [Code(value, where)];

    private static int Code(JsonElement value, string where)
    {
        int code = 0;
        Require(value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out code) && code > 0, where, "a whole number from 1 (0 is background)");
        return code;
    }

    private static VoxelSizeNm VoxelSize(JsonElement value, string where)
    {
        const string Expected = "three positive numbers, z, y, x in nm";
        Require(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 3, where, Expected);
        double[] sizes = [.. value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Number ? v.GetDouble() : 0)];
        Require(sizes.All(s => s > 0 && double.IsFinite(s)), where, Expected);
        return new VoxelSizeNm(sizes[0], sizes[1], sizes[2]);
    }

    private static void Require(bool condition, string where, string expected)
    {
        if (!condition)
        {
            throw new EngineException($"The code table is wrong at {where}: expected {expected}.");
        }
    }
}
