namespace SynapseLab.Web.Data;

/// <summary>Where a dataset came from.</summary>
public static class DatasetKind
{
    /// <summary>The synthetic dataset of the first start.</summary>
    public const string Demo = "demo";

    /// <summary>A folder on the server that stays where it is.</summary>
    public const string Folder = "folder";

    /// <summary>A zip that was uploaded and unpacked below the data path.</summary>
    public const string Upload = "upload";
}

/// <summary>Sentences about datasets that more than one place says.</summary>
internal static class DatasetWords
{
    /// <summary>For an upload that the server had not unpacked when it stopped.</summary>
    internal const string ZipIsGone = "The server stopped before the zip was unpacked; remove this dataset and upload the zip again.";
}

/// <summary>How far a dataset is.</summary>
public static class DatasetState
{
    /// <summary>Being generated, unpacked or inspected for the first time.</summary>
    public const string Registering = "registering";

    /// <summary>Inspected; pages and jobs can use it.</summary>
    public const string Ready = "ready";

    /// <summary>Could not be read; its message says why.</summary>
    public const string Failed = "failed";
}
