using System.Globalization;
using SynapseLab.Web.Components.Text;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>What keeps a device busy.</summary>
/// <param name="Device">cpu or cuda:N.</param>
/// <param name="Work">The run or whatever it works on, by name.</param>
/// <param name="Remaining">Estimated time to its end; null when not known.</param>
/// <param name="Until">That end.</param>
public sealed record BusyDevice(string Device, string Work, TimeSpan? Remaining, DateTimeOffset? Until)
{
    /// <summary>For people.</summary>
    internal string Sentence => string.Create(
        CultureInfo.InvariantCulture,
        $"{Device} works on {Work}{(Remaining is { } left && Until is { } end ? $" for about {Quantity.Duration(left)} more, until {end.UtcDateTime:HH:mm} UTC" : "; until when is not known yet")}.");
}

/// <summary>Whether a device is free, and until when it is not.</summary>
internal sealed class DeviceForecast(RunExecutor executor, WorkPlacement placement, ProgressFanout fanout, TimeProvider time)
{
    /// <summary>What keeps a device busy now; null when it is free.</summary>
    /// <param name="device">As options name it: cpu, cuda:N, or auto.</param>
    internal BusyDevice? Of(string device)
    {
        string name = device == "auto" ? placement.AutoDevice : device;
        DeviceWork? work = executor.Devices.FirstOrDefault(known => known.Device == name).Work;
        if (work?.RunId is not { } id)
        {
            return work is null ? null : new(name, work.Title, null, null);
        }

        TimeSpan? remaining = fanout.Find(id)?.Snapshot().RemainingSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        return new(name, $"\"{work.Title}\"", remaining, time.GetUtcNow() + remaining);
    }
}
