namespace SynapseLab.Engine.Evaluation;

/// <summary>Writes a file under a temporary name beside it and renames it when whole, so that no half-written file is taken for a result.</summary>
internal static class WholeFile
{
    public static void Write(string path, Action<Stream> write)
    {
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (FileStream stream = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e)
        {
            if (File.Exists(temporary)) // its folder may be missing
            {
                File.Delete(temporary);
            }
            if (e is IOException or UnauthorizedAccessException)
            {
                throw new EngineException($"{path} could not be written: {e.Message} Free some space or choose another folder.", e);
            }
            throw;
        }
    }
}
