using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

/// <summary>A run and all of its events.</summary>
internal sealed record RecordedRun(TrainingOutcome Outcome, IReadOnlyList<TrainingEvent> Events)
{
    /// <summary>Trains to the end, or until a step is done after which it is cancelled.</summary>
    /// <param name="options">Of the run.</param>
    /// <param name="cancelAfter">Step, 1-based.</param>
    /// <param name="afterBackward">Called after each micro-batch with its size; may throw.</param>
    internal static RecordedRun Of(TrainingOptions options, int cancelAfter = int.MaxValue, Action<int>? afterBackward = null)
    {
        using var cancellation = new CancellationTokenSource();
        List<TrainingEvent> events = [];
        var outcome = Trainer.Run(options, Take, TimeProvider.System, cancellation.Token, afterBackward);
        return new(outcome, events);

        void Take(TrainingEvent happened)
        {
            events.Add(happened);
            if (happened is StepCompleted && happened.Step >= cancelAfter)
            {
                cancellation.Cancel();
            }
        }
    }

    /// <summary>Trains until a step's event; then what takes it throws something that the trainer does not know: as little time to save as a kill leaves.</summary>
    internal static void Kill(TrainingOptions options, long atStep) => Assert.Throws<KilledException>(() => Trainer.Run(
        options,
        happened =>
        {
            if (happened is StepCompleted && happened.Step == atStep)
            {
                throw new KilledException();
            }
        },
        default));

    /// <summary>Fails with the run's own sentence where it did not finish.</summary>
    internal static void AssertFinished(TrainingOutcome outcome) =>
        Assert.True(outcome.Outcome == RunOutcome.Finished, $"expected a run that finished; it {outcome.Outcome.ToString().ToLowerInvariant()}: {outcome.Message}");

    /// <summary>The same of a run's last event.</summary>
    internal static void AssertFinished(IEnumerable<TrainingEvent> events)
    {
        var end = Assert.IsType<RunFinished>(events.Last());
        AssertFinished(new TrainingOutcome(end.Outcome, end.Message, 0, end.Step, null));
    }

    /// <summary>Loss of each step.</summary>
    internal static double[] Losses(IEnumerable<TrainingEvent> events) => [.. events.OfType<StepCompleted>().Select(step => step.Loss)];

    /// <summary>Learning rate of each step.</summary>
    internal static double[] Rates(IEnumerable<TrainingEvent> events) => [.. events.OfType<StepCompleted>().Select(step => step.LearningRate)];

    private sealed class KilledException : Exception;
}
