using System.Globalization;

namespace SynapseLab.Engine.Training;

/// <summary>
/// Runs of several processes of this machine, one for each device, started as torchrun starts them: the command <c>synapselab train
/// --distributed</c>. They end when the process that started them does, however it does (docs/adr/0012).
/// </summary>
public static class LocalProcesses
{
    /// <summary>The devices for as many processes as the options ask for: a GPU each where there are any and the options do not say cpu, else the CPU.</summary>
    /// <exception cref="EngineException">There are fewer GPUs than processes.</exception>
    public static IReadOnlyList<string> Devices(TrainingOptions options)
    {
        string[] gpus = options.Device == "cpu" ? [] : [.. DeviceInfo.All().Where(device => device.IsGpu).Select(device => device.Name)];
        return gpus.Length == 0 && options.Device is "auto" or "cpu" ? [.. Enumerable.Repeat("cpu", options.Processes)]
            : gpus.Length >= options.Processes ? gpus[..options.Processes]
            : throw new EngineException($"Expected at most as many processes as this machine has GPUs, {gpus.Length}, got {options.Processes}; choose fewer, or the device cpu.");
    }

    /// <summary>Runs to the end, to cancellation or to a failure, as <see cref="Trainer.Run(TrainingOptions, Action{TrainingEvent}, CancellationToken)"/> does in this process.</summary>
    /// <param name="options">What to train; with <see cref="TrainingOptions.Resume"/> the run in its folder goes on, whatever number of processes it had.</param>
    /// <param name="devices">One process on each.</param>
    /// <param name="program">Path of the command line, synapselab.dll.</param>
    /// <param name="emit">Called on this thread with each event of rank 0; must not throw.</param>
    /// <param name="cancellationToken">Stops all processes after the step under way, once <c>latest.pt</c> holds it.</param>
    /// <exception cref="EngineException">The run cannot begin: its folder holds another one, or the program is not there.</exception>
    public static TrainingOutcome Run(
        TrainingOptions options, IReadOnlyList<string> devices, string program, Action<TrainingEvent> emit, CancellationToken cancellationToken)
    {
        if (!File.Exists(program))
        {
            throw new EngineException($"Expected the command line at {program}, found none; build or publish SynapseLab again, or train in one process.");
        }

        var folder = options.Resume ? RunFolder.Open(options.RunDir) : RunFolder.Create(options.RunDir);
        if (!options.Resume)
        {
            folder.WriteConfig(options); // from which the processes take all options
        }

        var heard = new Heard(emit);
        using var ranks = new RankGroup(program, Arguments(options), devices);
        using (cancellationToken.Register(ranks.AskToStop))
        {
            Task end = ranks.EndAsync();
            heard.ListenTo(ranks.Output);
            end.GetAwaiter().GetResult();
        }

        if (!heard.HasBegun && !options.Resume)
        {
            File.Delete(folder.ConfigPath); // a run that could not begin leaves its folder free
        }

        return heard.Outcome(ranks);
    }

    private static string[] Arguments(TrainingOptions options) =>
    [
        "train", "--distributed", "--resume", "--run-dir", options.RunDir, "--preproc-dir", options.PreprocDir,
        "--threads", options.Threads.ToString(CultureInfo.InvariantCulture), "--stop-with-input", "--json", "-",
    ];

    /// <summary>What rank 0 has told.</summary>
    private sealed class Heard(Action<TrainingEvent> emit)
    {
        private TrainingEvent? _last;
        private RunFinished? _end;
        private double? _lastLoss;

        internal bool HasBegun => _last is not null;

        internal void ListenTo(StreamReader output)
        {
            while (output.ReadLine() is { } line)
            {
                if (ProgressLog.TryParse(line) is { } happened) // a line may be torn where the process was killed
                {
                    _last = happened;
                    _end = happened as RunFinished ?? _end;
                    _lastLoss = (happened as StepCompleted)?.Loss ?? _lastLoss;
                    emit(happened);
                }
            }
        }

        internal TrainingOutcome Outcome(RankGroup ranks)
        {
            var outcome = _end?.Outcome ?? RunOutcome.Failed;
            string message = outcome == RunOutcome.Failed ? ranks.Failure(_end?.Message) : _end!.Message;
            return new(outcome, message, _last?.Epoch ?? 0, _last?.Step ?? 0, _lastLoss);
        }
    }
}
