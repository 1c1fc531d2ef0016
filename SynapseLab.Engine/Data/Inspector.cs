using System.Text.Json;
using System.Text.Json.Serialization;

namespace SynapseLab.Engine.Data;

/// <summary>Looks at a dataset: what is there, what is wrong, per bounding box and per synapse (domain §6, first part).</summary>
public static class Inspector
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Inspects every bounding box; one that cannot be used is listed with its reason, the rest goes on.</summary>
    /// <param name="dataset">What <see cref="DatasetSource.Scan"/> found.</param>
    /// <param name="codes">Code table to apply.</param>
    /// <param name="cubeSize">Edge of the cubes to come, in voxels: sets the window of the polarity rule and who needs padding.</param>
    /// <param name="progress">Per synapse.</param>
    /// <param name="cancellationToken">Stops between slices.</param>
    /// <exception cref="EngineException">No cube can have that edge.</exception>
    public static InspectionReport Inspect(
        DatasetSource dataset, CodeTable codes, int cubeSize, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        PreprocessOptions.RequireCubeSize(cubeSize);
        var boxes = new List<BoundingBoxInspection>();
        int total = dataset.BoundingBoxes.Count * BoundingBoxInspector.StepsPerBox;
        foreach (BoundingBoxSource source in dataset.BoundingBoxes)
        {
            int before = boxes.Count * BoundingBoxInspector.StepsPerBox;
            var inspector = new BoundingBoxInspector(
                source, codes, cubeSize, (stage, done) => progress?.Report(new WorkProgress(stage, before + done, total)));
            boxes.Add(inspector.Inspect(cancellationToken));
        }

        return new InspectionReport(dataset.Root, boxes, dataset.Findings);
    }

    /// <summary>A report as JSON; <see cref="FromJson"/> gives the same report again.</summary>
    public static string ToJson(InspectionReport report) => JsonSerializer.Serialize(report, s_json);

    /// <summary>A report from JSON.</summary>
    /// <exception cref="EngineException">Not such JSON.</exception>
    public static InspectionReport FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<InspectionReport>(json, s_json)
                ?? throw new EngineException("The inspection report is empty; inspect the dataset again.");
        }
        catch (JsonException error)
        {
            throw new EngineException($"The inspection report cannot be read ({error.Message}); inspect the dataset again.", error);
        }
    }
}
