using System.Globalization;
using SynapseLab.Engine.Augmentations;
using TorchSharp;

namespace SynapseLab.Engine.Training;

/// <summary>The loop itself: batch → two views → network → loss → step, with checkpoints and metrics at the epochs' ends.</summary>
internal sealed class TrainingLoop
{
    // What the loop runs on; all of it is decided before the first step.
    private readonly TrainingSetup _setup;
    private readonly RunReporter _reporter;
    private readonly TimeProvider _time;
    private readonly TrainingState _state;
    private readonly TrainingOptions _options;
    private readonly EpochSampler _sampler;               // which cubes each step sees
    private readonly ViewPair _augmentation;              // how views differ from their cube
    private readonly FittingStep _step;                   // gradients, also where memory runs out
    private readonly CheckpointWriter _checkpoints;
    private readonly EpochEnd _epochEnd;                  // metrics, doctor, checkpoints

    internal TrainingLoop(TrainingSetup setup, RunReporter reporter, TimeProvider time, Action<int>? afterBackward = null)
    {
        (_setup, _reporter, _time, _state, _options) = (setup, reporter, time, setup.State, setup.Options);
        _sampler = setup.Sampler;
        _augmentation = CubeSourceChoice.Augmentation(_options);
        _step = new FittingStep(setup, reporter, _augmentation, afterBackward);
        _checkpoints = new CheckpointWriter(setup, reporter);
        _epochEnd = new EpochEnd(setup, reporter, _checkpoints, _augmentation);
    }

    private long TotalSteps => (long)_options.Epochs * _sampler.StepsPerEpoch;

    private int CubesPerStep => _options.BatchSize * _options.GradientAccumulationSteps;

    /// <summary>Loss of the last step; null before the first.</summary>
    internal double? LastLoss { get; private set; }

    /// <summary>Why the collapse doctor paused the run; null when it did not.</summary>
    internal string? PauseReason { get; private set; }

    /// <summary>Trains to the last epoch's end (true), or to cancellation or a pause (false).</summary>
    internal bool Run(CancellationToken cancellationToken)
    {
        _reporter.Report(RunOpening.Started(_setup, TotalSteps), _state.Position);
        if (_state.Imported is { } imported)
        {
            _reporter.Report(imported, _state.Position);
        }

        if (_state.Position.Step == 0)
        {
            if (RunOpening.ShortWarmUp(_options) is { } cut)
            {
                _reporter.Report(cut, _state.Position);
            }

            _checkpoints.SaveLatest(); // the untrained network: what training must beat, and where a killed first epoch resumes
        }

        var pin = BatchPrefetcher.PinFor(_setup.Device);
        using var batches = new BatchPrefetcher(_setup.Cubes, OwnBatches(), (int)CubeShape()[0], pin);
        if (RunOpening.LargeBatches(CubeShape(), pin is not null) is { } warning)
        {
            _reporter.Report(warning, _state.Position);
        }

        _state.Method.train();
        while (_state.Position.Epoch < _options.Epochs)
        {
            if (!RunEpoch(batches, cancellationToken))
            {
                _checkpoints.SaveLatest();
                return false;
            }
        }

        _checkpoints.SaveFinal();
        return true;
    }

    private bool RunEpoch(BatchPrefetcher batches, CancellationToken cancellationToken)
    {
        long start = _time.GetTimestamp();
        int firstBatch = _state.Position.Batch;
        while (_state.Position.Batch < _sampler.StepsPerEpoch)
        {
            if (MustStop(cancellationToken))
            {
                return false;
            }

            RunStep(batches);
        }

        double seconds = _time.GetElapsedTime(start).TotalSeconds;
        double meanLoss = _state.Position.EpochLossSum / _sampler.StepsPerEpoch;
        _state.Position = _state.Position.AfterEpoch();
        _state.Schedule.AfterEpoch(_state.Position.Step, meanLoss);
        int epochsLeft = _options.Epochs - _state.Position.Epoch;
        _reporter.Report(
            new EpochCompleted
            {
                MeanLoss = meanLoss,
                CubesPerSecond = (_sampler.StepsPerEpoch - firstBatch) * CubesPerStep / Math.Max(seconds, 1e-9),
                RemainingSeconds = seconds / Math.Max(1, _sampler.StepsPerEpoch - firstBatch) * _sampler.StepsPerEpoch * epochsLeft,
            },
            _state.Position);
        PauseReason = _epochEnd.Finish(meanLoss);
        return !(_setup.World?.Any(PauseReason is not null) ?? PauseReason is not null);
    }

    private void RunStep(BatchPrefetcher batches)
    {
        long start = _time.GetTimestamp();
        double learningRate = _options.LearningRate * _state.Schedule.Factor(_state.Position.Step);
        double? lossScale = _state.Scaler?.Scale;
        using var scope = torch.NewDisposeScope();
        var step = _step.Run(batches, CubeShape());
        var (loss, gradientNorm) = (step.Loss, step.GradientNorm);
        RequireFinite(loss, gradientNorm, learningRate);
        _state.Optimizer.LearningRate = learningRate;
        bool stepped = _state.Step(gradientNorm);
        if (stepped)
        {
            using var noGradients = torch.no_grad();
            _state.Method.AfterStep(step.Targets, (double)_state.Position.Step / TotalSteps);
        }

        _state.Position = _state.Position.AfterStep(loss);
        LastLoss = loss;
        _epochEnd.Note(loss, stepped ? gradientNorm : null, learningRate);
        _reporter.Report(
            new StepCompleted
            {
                Loss = loss,
                LearningRate = learningRate,
                CubesPerSecond = CubesPerStep / Math.Max(_time.GetElapsedTime(start).TotalSeconds, 1e-9),
                GradientNorm = stepped ? gradientNorm : null,
                LossScale = lossScale,
                Skipped = !stepped,
            },
            _state.Position);
    }

    private IEnumerable<(int Epoch, int[] Indices)> OwnBatches()
    {
        var (first, step) = (_state.Position.Epoch, _state.Position.Batch);
        return
            from epoch in Enumerable.Range(first, _options.Epochs - first)
            from batch in _sampler.BatchesFrom(epoch, epoch == first ? step : 0, epoch + 1)
            select (epoch, _setup.World?.OwnShare(batch) ?? batch);
    }

    /// <summary>All processes stop after the same step, whichever of them was asked to.</summary>
    private bool MustStop(CancellationToken cancellationToken) =>
        _setup.World?.Any(cancellationToken.IsCancellationRequested) ?? cancellationToken.IsCancellationRequested;

    private long[] CubeShape()
    {
        int size = _setup.Cubes.CubeSize;
        return [_options.BatchSize / (_setup.World?.Size ?? 1), _setup.Cubes.ChannelCount, size, size, size];
    }

    private void RequireFinite(double loss, double gradientNorm, double learningRate)
    {
        bool overflowIsScaled = _state.Scaler is { CanFall: true }; // then the step is left out instead
        if (!double.IsFinite(loss) || (!double.IsFinite(gradientNorm) && !overflowIsScaled))
        {
            _epochEnd.NoteBroken(loss, gradientNorm, learningRate);
            throw new EngineException(string.Create(
                CultureInfo.InvariantCulture,
                $"The loss is no longer a finite number (step {_state.Position.Step + 1}: loss {loss}, gradient norm {gradientNorm}, learning rate {learningRate:g3}). "
                + $"Start again with a lower learning rate, longer warm-up or float32; the last checkpoint is kept."));
        }
    }
}
