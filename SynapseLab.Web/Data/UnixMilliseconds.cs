using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SynapseLab.Web.Data;

/// <summary>Stores a time as milliseconds since 1970 UTC: SQLite can sort and compare numbers, but not offsets.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    time => time.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
