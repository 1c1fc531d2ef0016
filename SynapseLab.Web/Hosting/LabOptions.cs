namespace SynapseLab.Web.Hosting;

/// <summary>The section SynapseLab of appsettings.json.</summary>
internal sealed class LabOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "SynapseLab";

    /// <summary>Folder for everything that is stored; relative to the web project's folder. Default: data/ beside the solution.</summary>
    public string DataPath { get; set; } = "../data";

    /// <summary>Folders below which datasets may be registered; empty allows none. Relative to the web project's folder.</summary>
    public IList<string> DataRoots { get; set; } = [];

    /// <summary>Largest zip that may be uploaded, in bytes; default 32 GiB.</summary>
    public long MaxUploadBytes { get; set; } = 32L << 30;

    /// <summary>Most bytes that an uploaded zip may unpack to; default 64 GiB.</summary>
    public long MaxUnpackedBytes { get; set; } = 64L << 30;

    /// <summary>Whether a synthetic demo dataset is generated when the database is new; default yes.</summary>
    public bool DemoDataset { get; set; } = true;
}
