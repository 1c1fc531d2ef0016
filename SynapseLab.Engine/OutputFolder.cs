namespace SynapseLab.Engine;

/// <summary>Makes the folders that results go to.</summary>
public static class OutputFolder
{
    /// <summary>Makes a folder and those above it; one that is there already is fine.</summary>
    /// <exception cref="EngineException">It cannot be made: a file is in its place, or permissions forbid it.</exception>
    public static void Make(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"The folder {path} cannot be made: {error.Message} Choose a folder that can be written.", error);
        }
    }
}
