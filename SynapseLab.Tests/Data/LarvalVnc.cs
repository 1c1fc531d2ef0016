using SynapseLab.Engine.Data;

namespace SynapseLab.Tests.Data;

/// <summary>The real EM that may lie beside the repository; its README says what to find there.</summary>
internal static class LarvalVnc
{
    /// <summary>Its own codes, and the voxel size of the first box.</summary>
    internal static CodeTable Codes { get; } = CodeTable.Parse(
        """{"bbox1": {"mitochondria": 3, "vesicle": 1, "cleft": 2, "voxel_size_nm": [50, 4, 4]}, "*": {"mitochondria": 3, "vesicle": 1, "cleft": 2}}""");

    /// <summary>The dataset's folder; skips the test where it is missing.</summary>
    internal static string DataDir()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "data", "larval-vnc");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        Assert.Skip("The real test data (shared/data/larval-vnc beside the repository) is not on this machine.");
        return "";
    }
}
