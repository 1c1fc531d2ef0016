using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>What this machine cannot give a run: a device that it has not, more processes than it can hold. Such a run would wait for ever.</summary>
internal static class MachineCheck
{
    /// <summary>What a run can name as its device.</summary>
    /// <param name="devices">The names of this machine's.</param>
    internal static IReadOnlyList<string> Choices(IReadOnlyList<string> devices) => ["auto", .. devices];

    /// <summary>What is wrong with options on a machine of these devices and so many cores; empty when nothing is.</summary>
    internal static IReadOnlyList<OptionError> Of(TrainingOptions options, IReadOnlyList<string> devices, int cores)
    {
        var device = Choices(devices).Contains(options.Device) ? null
            : new OptionError(nameof(TrainingOptions.Device), $"Expected a device of this machine ({string.Join(", ", Choices(devices))}), got '{options.Device}'.");
        return [.. new[] { device, ProcessChoice.Check(options, devices, cores) }.OfType<OptionError>()];
    }
}
