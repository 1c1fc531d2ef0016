using System.Globalization;
using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Losses;

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
    private readonly LearningRateSchedule _schedule;      // warm-up, cosine
    private readonly ViewPair _augmentation;              // how views differ from their cube
    private readonly CubeReader _reader;
    private readonly CheckpointWriter _checkpoints;

    internal TrainingLoop(TrainingSetup setup, RunReporter reporter, TimeProvider time)
    {
        (_setup, _reporter, _time, _state, _options) = (setup, reporter, time, setup.State, setup.Options);
        _sampler = setup.Sampler;
        _schedule = LearningRateSchedule.InEpochs(_options.LearningRate, _options.WarmupEpochs, _options.Epochs, _sampler.StepsPerEpoch);
        _augmentation = AugmentationPresets.Find(_options.Augmentation);
        _reader = new CubeReader(setup.Cubes, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        _checkpoints = new CheckpointWriter(setup, reporter);
    }

    /// <summary>Loss of the last step; null before the first.</summary>
    internal double? LastLoss { get; private set; }

    /// <summary>Trains to the last epoch's end (true) or to cancellation (false).</summary>
    internal bool Run(CancellationToken cancellationToken)
    {
        _reporter.Report(Started(), _state.Position);
        if (_state.Position.Step == 0)
        {
            _checkpoints.SaveLatest(); // the untrained network: what training must beat, and where a killed first epoch resumes
        }

        using var batches = new BatchPrefetcher(_reader, _sampler.BatchesFrom(_state.Position.Epoch, _state.Position.Batch, _options.Epochs));
        _state.Model.train();
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
            if (cancellationToken.IsCancellationRequested)
            {
                return false;
            }

            RunStep(batches.Next());
        }

        double seconds = _time.GetElapsedTime(start).TotalSeconds;
        double meanLoss = _state.Position.EpochLossSum / _sampler.StepsPerEpoch;
        _state.Position = _state.Position.AfterEpoch();
        int epochsLeft = _options.Epochs - _state.Position.Epoch;
        _reporter.Report(
            new EpochCompleted
            {
                MeanLoss = meanLoss,
                CubesPerSecond = (_sampler.StepsPerEpoch - firstBatch) * _options.BatchSize / Math.Max(seconds, 1e-9),
                RemainingSeconds = seconds / Math.Max(1, _sampler.StepsPerEpoch - firstBatch) * _sampler.StepsPerEpoch * epochsLeft,
            },
            _state.Position);
        FinishEpoch(meanLoss);
        return true;
    }

    private void RunStep(float[] cubes)
    {
        long start = _time.GetTimestamp();
        double learningRate = _schedule.At(_state.Position.Step);
        foreach (var group in _state.Optimizer.ParamGroups)
        {
            group.LearningRate = learningRate;
        }

        var (loss, gradientNorm) = TrainingStep.Run(_state, cubes, CubeShape(), _augmentation, _options, _setup.Device);
        RequireFinite(loss, gradientNorm, learningRate);
        _state.Optimizer.step();
        _state.Position = _state.Position.AfterStep(loss);
        LastLoss = loss;
        _reporter.Report(
            new StepCompleted
            {
                Loss = loss,
                LearningRate = learningRate,
                CubesPerSecond = _options.BatchSize / Math.Max(_time.GetElapsedTime(start).TotalSeconds, 1e-9),
                GradientNorm = gradientNorm,
            },
            _state.Position);
    }

    private void FinishEpoch(double meanLoss)
    {
        int done = _state.Position.Epoch;
        bool isLast = done == _options.Epochs;
        double? figure = _options.EvaluateEveryEpochs == 0 ? -meanLoss : null;
        if (_options.EvaluateEveryEpochs > 0 && (done % _options.EvaluateEveryEpochs == 0 || isLast))
        {
            // Not cancelled in the middle: the epoch is done, and its checkpoint follows at once.
            var metrics = RunMetrics.Compute(_state, _reader, _setup.Cubes, _options.Seed, _setup.Device, CancellationToken.None);
            if (metrics is not null)
            {
                _reporter.Report(metrics, _state.Position);
                figure = metrics.Silhouette;
            }
        }

        if (figure > (_state.BestFigure ?? double.NegativeInfinity))
        {
            _state.BestFigure = figure;
            _checkpoints.SaveBest();
        }

        if (done % _options.CheckpointEveryEpochs == 0 || isLast)
        {
            _checkpoints.SaveLatest();
        }
    }

    private long[] CubeShape()
    {
        int size = _setup.Cubes.CubeSize;
        return [_options.BatchSize, _setup.Cubes.ChannelCount, size, size, size];
    }

    private RunStarted Started() => new()
    {
        CubeCount = _setup.Cubes.Count,
        StepsPerEpoch = _sampler.StepsPerEpoch,
        TotalSteps = _schedule.TotalSteps,
        ParameterCount = _state.ParameterCount,
        Device = _setup.Device.ToString(),
        EffectiveNegatives = 2 * (_options.BatchSize - 1),
        ChanceLoss = NtXent.AtChance(_options.BatchSize),
    };

    private void RequireFinite(double loss, double gradientNorm, double learningRate)
    {
        if (!double.IsFinite(loss) || !double.IsFinite(gradientNorm))
        {
            throw new EngineException(string.Create(
                CultureInfo.InvariantCulture,
                $"The loss is no longer a finite number (step {_state.Position.Step + 1}: loss {loss}, gradient norm {gradientNorm}, learning rate {learningRate:g3}). "
                + $"Start again with a lower learning rate, longer warm-up or float32; the last checkpoint is kept."));
        }
    }
}
