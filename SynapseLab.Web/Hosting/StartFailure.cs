using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using SynapseLab.Engine;

namespace SynapseLab.Web.Hosting;

/// <summary>Why a server did not start, in the one line that the person at the terminal reads.</summary>
internal static class StartFailure
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Full = 13;
    private const int Damaged = 11;
    private const int NotADatabase = 26;

    private const string OtherFolder = "or point SynapseLab:DataPath at another folder";

    /// <summary>The line; null for an error that nobody foresaw, whose stack trace is then worth having.</summary>
    /// <param name="error">What ended the start.</param>
    internal static string? SentenceOf(Exception error) => error switch
    {
        EngineException => error.Message,
        SqliteException { SqliteErrorCode: Busy or Locked } => $"The database synapselab.db is locked by another program; end that one, {OtherFolder}.",
        SqliteException { SqliteErrorCode: Full } => $"The disk is full, so that the database synapselab.db cannot be opened; free some space, {OtherFolder}.",
        SqliteException { SqliteErrorCode: Damaged or NotADatabase } =>
            $"The file synapselab.db is damaged or no database ({error.Message}); put a copy of it back, {OtherFolder}.",
        SqliteException => $"The database synapselab.db cannot be opened or written ({error.Message}); check the permissions of the data folder, {OtherFolder}.",
        IOException { InnerException: AddressInUseException } => $"{error.Message}; end the program that listens there, or choose another address with --urls.",
        SocketException => $"The server cannot listen on the address that was asked for ({error.Message}); choose another one with --urls.",
        IOException or UnauthorizedAccessException => $"The data folder cannot be used: {error.Message} Check the disk and its permissions, {OtherFolder}.",
        FormatException => $"The address to listen on cannot be read ({error.Message}); give one such as --urls http://localhost:5080.",
        { InnerException: SqliteException inner } => SentenceOf(inner),
        _ => null,
    };

    /// <summary>Keeps the host from writing a stack trace about a failed start, which <see cref="SentenceOf"/> says in a line.</summary>
    internal static void QuietHost(ILoggingBuilder logging, Func<bool> isStarted) =>
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => isStarted() && level >= LogLevel.Warning);
}
