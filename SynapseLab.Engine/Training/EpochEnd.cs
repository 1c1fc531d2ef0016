using System.Globalization;
using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Diagnosis;

namespace SynapseLab.Engine.Training;

/// <summary>What happens when an epoch is done: metrics, the doctor's visit, checkpoints.</summary>
internal sealed class EpochEnd(TrainingSetup setup, RunReporter reporter, CheckpointWriter checkpoints, ViewPair augmentation)
{
    private readonly TrainingState _state = setup.State;
    private readonly TrainingOptions _options = setup.Options;
    private readonly RunDoctor _doctor = new(setup.Options, ScheduleChoice.WarmUpSteps(setup.Options, setup.Sampler.StepsPerEpoch), ToldBefore(setup));

    /// <summary>Takes one step in.</summary>
    internal void Note(double loss, double? gradientNorm, double learningRate) => _doctor.Note(_state.Position.Step, loss, gradientNorm, learningRate);

    /// <summary>Tells of a step that ends the run in the middle of an epoch, as of any other finding.</summary>
    internal void NoteBroken(double loss, double gradientNorm, double learningRate)
    {
        _doctor.Note(_state.Position.Step + 1, loss, gradientNorm, learningRate);
        _ = Examine();
    }

    /// <summary>Answers why the run should pause; null to go on. Of several processes the first alone measures.</summary>
    /// <param name="meanLoss">Of the epoch's steps.</param>
    internal string? Finish(double meanLoss)
    {
        int done = _state.Position.Epoch;
        bool isLast = done == _options.Epochs;
        bool measures = setup.Writes && _options.EvaluateEveryEpochs > 0 && (done % _options.EvaluateEveryEpochs == 0 || isLast);
        var metrics = measures ? Measure() : null;
        string? pause = Examine();
        SaveBest(BestFigure.Of(_options.EvaluateEveryEpochs > 0 ? _options.BestBy : "loss", meanLoss, metrics));
        if (done % _options.CheckpointEveryEpochs == 0 || isLast || pause is not null)
        {
            checkpoints.SaveLatest();
        }

        if (_options.KeepEveryEpochs > 0 && done % _options.KeepEveryEpochs == 0)
        {
            checkpoints.Keep(done, _options.KeepCheckpoints);
        }

        return pause;
    }

    // Not cancelled in the middle: the epoch is done, and its checkpoint follows at once.
    private MetricsComputed? Measure()
    {
        var measured = RunMetrics.Compute(_state, setup.Cubes, augmentation, _options.Seed, setup.Device, CancellationToken.None);
        if (measured is not var (metrics, figures))
        {
            return null;
        }

        _doctor.Note(figures, metrics.EmbeddingDimension);
        reporter.Report(metrics, _state.Position);
        return metrics;
    }

    private string? Examine()
    {
        string? pause = null;
        var (findings, passed) = _doctor.Examine(_state.Position.Step);
        foreach (var kind in passed)
        {
            reporter.Report(new DiagnosisPassed { Kind = kind }, _state.Position);
        }

        foreach (var found in findings)
        {
            reporter.Report(new DiagnosisMade { Kind = found.Kind, Severity = found.Severity, Sentence = found.Sentence, Advice = found.Advice }, _state.Position);
            pause ??= _options.PauseOnCollapse && found.Severity == DiagnosisSeverity.Failure
                ? string.Create(CultureInfo.InvariantCulture, $"Paused after epoch {_state.Position.Epoch}: {found.Sentence} {found.Advice} Resume goes on all the same.")
                : null;
        }

        return pause;
    }

    // A resumed run must not pause again for what it was resumed in spite of.
    private static IEnumerable<DiagnosisKind> ToldBefore(TrainingSetup setup)
    {
        var findings = RunFindings.Read(setup.Folder.Root);
        findings.TruncateAfter(setup.State.Position.Step);
        return findings.All.Where(finding => finding.IsActive).Select(finding => finding.Kind);
    }

    private void SaveBest(double? figure)
    {
        if (figure > (_state.BestFigure ?? double.NegativeInfinity))
        {
            _state.BestFigure = figure;
            checkpoints.SaveBest();
        }
    }
}
