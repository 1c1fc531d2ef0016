namespace SynapseLab.Engine.Training;

/// <summary>Stamps events with place and time and hands them to all outlets: the caller, progress.jsonl and TensorBoard. Adds what the run takes of the machine.
/// Without a log it is silent: one process of several speaks for all.</summary>
internal sealed class RunReporter(ProgressLog? log, RunTensorBoard? board, RunTelemetry telemetry, Action<TrainingEvent> emit, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Seconds since the run began or was resumed.</summary>
    internal double ElapsedSeconds => time.GetElapsedTime(_start).TotalSeconds;

    internal void Report(TrainingEvent trainingEvent, RunPosition position)
    {
        Send(trainingEvent, position);
        if (trainingEvent is StepCompleted && telemetry.SampleWhenDue() is { } sample)
        {
            Send(sample, position);
        }
    }

    /// <summary>The last event: the caller hears of it even where the disk is full and the log cannot.</summary>
    internal void ReportEnd(RunFinished end, RunPosition position)
    {
        try
        {
            Report(end, position);
        }
        catch (EngineException)
        {
            // Most likely the same full disk that ended the run; the message says so already.
        }
    }

    private void Send(TrainingEvent trainingEvent, RunPosition position)
    {
        if (log is null)
        {
            return;
        }

        var stamped = trainingEvent with
        {
            Epoch = position.EpochsBegun,
            Step = position.Step,
            ElapsedSeconds = ElapsedSeconds,
            Time = time.GetUtcNow(),
        };
        emit(stamped);
        log.Write(stamped);
        if (board?.Write(stamped) is { } trouble)
        {
            Send(new RunWarned { Message = trouble }, position);
        }
    }
}
