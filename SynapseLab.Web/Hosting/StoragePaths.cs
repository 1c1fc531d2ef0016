using System.Globalization;
using Microsoft.Extensions.Options;

namespace SynapseLab.Web.Hosting;

/// <summary>Where everything lies below SynapseLab:DataPath. Nothing is stored elsewhere.</summary>
internal sealed class StoragePaths
{
    /// <summary>Creates the folders.</summary>
    public StoragePaths(IOptions<LabOptions> options, IHostEnvironment environment)
    {
        Root = Path.GetFullPath(options.Value.DataPath, environment.ContentRootPath);
        foreach (string folder in (string[])[Root, Keys, Datasets, CubeSets, Runs, Uploads, Weights])
        {
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>The folder of SynapseLab:DataPath, absolute.</summary>
    public string Root { get; }

    /// <summary>The SQLite file.</summary>
    public string Database => Path.Combine(Root, "synapselab.db");

    /// <summary>Held by the server that works on this folder.</summary>
    public string Lock => Path.Combine(Root, "server.lock");

    /// <summary>Keys that protect cookies; with them sessions survive a restart.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>Unpacked uploads and the demo dataset, one folder each.</summary>
    public string Datasets => Path.Combine(Root, "datasets");

    /// <summary>Prepared cubes, one folder a cube set.</summary>
    public string CubeSets => Path.Combine(Root, "cubes");

    /// <summary>Run folders.</summary>
    public string Runs => Path.Combine(Root, "runs");

    /// <summary>The folder of one run.</summary>
    public string Run(int id) => Path.Combine(Runs, id.ToString("D5", CultureInfo.InvariantCulture));

    /// <summary>Archives on their way in; emptied on start.</summary>
    public string Uploads => Path.Combine(Root, "uploads");

    /// <summary>Weights of other networks that runs may begin with; the administrator of the machine puts them here.</summary>
    public string Weights => Path.Combine(Root, "weights");

    /// <summary>Free bytes on the disk that holds all this.</summary>
    public long FreeBytes => new DriveInfo(Root).AvailableFreeSpace;
}
