namespace SynapseLab.Tests;

/// <summary>The checkout that the tests were built in, for tests that hold sources and documents to each other.</summary>
internal static class Repository
{
    /// <summary>The folder of SynapseLab.sln.</summary>
    internal static string Root { get; } = Find();

    private static string Find()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SynapseLab.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("SynapseLab.sln is in no folder above the tests.");
        }

        return folder;
    }
}
