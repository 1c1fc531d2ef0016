using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>In how many processes a run can be on this machine: one for each GPU; where there is none, as many as cores.</summary>
internal static class ProcessChoice
{
    /// <summary>The form's field: with several GPUs among the first ones, on the CPU folded; without effect where there is nothing to choose.</summary>
    internal static OptionSpec Field(OptionSpec option, IReadOnlyList<string> devices, int cores)
    {
        int gpus = Gpus(devices), most = gpus > 0 ? gpus : cores;
        return option with
        {
            Theme = gpus > 1 ? OptionTheme.First : option.Theme,
            Label = gpus > 1 ? "GPUs" : option.Label,
            Most = most,
            Unit = "",
            Help = gpus > 1
                ? "Each trains a part of every batch; loss and gradient stay those of the whole batch. The run waits until so many are free."
                : "Share the cores and each batch; loss and gradient stay those of the whole batch. One process is usually as fast.",
            Applies = options => most > 1 && (gpus == 0 || options.Device != "cpu"),
        };
    }

    /// <summary>What is wrong with the number for this machine; null when nothing is.</summary>
    internal static OptionError? Check(TrainingOptions options, IReadOnlyList<string> devices, int cores)
    {
        int gpus = options.Device == "cpu" ? 0 : Gpus(devices), most = gpus > 0 ? gpus : cores;
        return options.Processes <= 1 || options.Processes <= most ? null
            : new(nameof(TrainingOptions.Processes), $"Expected at most {most}, the {(gpus > 0 ? "GPUs" : "cores")} of this machine, got {options.Processes}.");
    }

    /// <summary>In how many processes a stopped run can go on here; one number where there is nothing to choose, as on the CPU unless the run had several.</summary>
    internal static IReadOnlyList<int> ToResume(TrainingOptions options, IReadOnlyList<string> devices, int cores) => options.Processes == 1 && Gpus(devices) <= 1
        ? [1]
        : [.. Enumerable.Range(1, Math.Max(cores, Gpus(devices))).Where(processes =>
            options with { Processes = processes, PreprocDir = "cubes", RunDir = "run" } is var asked && asked.Validate().Count == 0 && Check(asked, devices, cores) is null)];

    private static int Gpus(IReadOnlyList<string> devices) => devices.Count(device => device != "cpu");
}
