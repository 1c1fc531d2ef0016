using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;

namespace SynapseLab.Web.Jobs;

/// <summary>What a person reads about a failure: the engine's own sentence, or a plain one; never a stack trace.</summary>
public static class FailureText
{
    // SQLITE_FULL, https://www.sqlite.org/rescode.html
    private const int DatabaseFull = 13;

    /// <summary>The sentence for <paramref name="error"/>.</summary>
    public static string Of(Exception error) => error switch
    {
        EngineException => error.Message,
        IOException when WholeFile.IsDiskFull(error) =>
            $"The disk is full: {error.Message} Free some space and start it again; nothing half-written is used.",
        IOException or UnauthorizedAccessException => $"A file could not be read or written: {error.Message} Check the disk and the permissions, then start it again.",
        SqliteException { SqliteErrorCode: DatabaseFull } => "The disk is full, so that the database cannot be written; free some space and start it again.",
        DbUpdateException { InnerException: SqliteException inner } => Of(inner),
        OutOfMemoryException => "The server ran out of memory; close other work or choose smaller cubes, then start it again.",
        DllNotFoundException => $"A library of the system is missing: {FirstLine(error)} Run eng/setup.sh on the server.",
        _ => "The server failed for a reason it has written to its log; show the log to the person who runs this server.",
    };

    /// <summary>The first line of an error's message, as a sentence.</summary>
    internal static string FirstLine(Exception error)
    {
        string line = error.Message.Split('\n', 2)[0].Trim();
        return line.EndsWith('.') ? line : line + ".";
    }
}
