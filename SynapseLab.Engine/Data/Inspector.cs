namespace SynapseLab.Engine.Data;

/// <summary>Looks at a dataset.</summary>
public static class Inspector
{
    /// <summary>Inspects every bounding box.</summary>
    public static InspectionReport Inspect(
        DatasetSource dataset, CodeTable codes, int cubeSize, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>A report as JSON.</summary>
    public static string ToJson(InspectionReport report) => throw new NotImplementedException();

    /// <summary>A report from JSON.</summary>
    public static InspectionReport FromJson(string json) => throw new NotImplementedException();
}
