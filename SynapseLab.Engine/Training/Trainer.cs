namespace SynapseLab.Engine.Training;

/// <summary>Trains one run, synchronously on the calling thread.</summary>
public static class Trainer
{
    /// <summary>
    /// Runs to the end, to cancellation or to a failure; every event goes to <paramref name="emit"/> and to
    /// <c>progress.jsonl</c>.
    /// </summary>
    /// <exception cref="EngineException">The run cannot begin (options, cubes, folder, device); nothing was written.</exception>
    public static TrainingOutcome Run(TrainingOptions options, Action<TrainingEvent> emit, CancellationToken cancellationToken) =>
        throw new EngineException("Training waits for the libtorch binding.");
}
