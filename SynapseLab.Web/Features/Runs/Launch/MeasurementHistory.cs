using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>A measurement that was made.</summary>
/// <param name="Result">What it told.</param>
/// <param name="At">When.</param>
public sealed record Measured(PreflightResult Result, DateTimeOffset At);

/// <summary>
/// The measurements on this machine, by cube set and those options that a step's speed and memory depend on; forms look at every change, so
/// that they are read from the store once. Bound: <see cref="MeasurementStore.MostKept"/>; the oldest goes first.
/// </summary>
internal sealed class MeasurementHistory(MeasurementStore store, TimeProvider time)
{
    private static readonly TrainingOptions s_defaults = new();

    private readonly Lock _lock = new();
    private OrderedDictionary<(int CubeSetId, TrainingOptions Options), Measured>? _known; // oldest first

    /// <summary>The last measurement of such options on these cubes; null when there is none.</summary>
    internal Measured? Find(int cubeSetId, TrainingOptions options)
    {
        lock (_lock)
        {
            return Known().GetValueOrDefault((cubeSetId, WhatMatters(options)));
        }
    }

    /// <summary>Keeps a result. Where another batch or micro-batch than the asked one was measured, it is one of those options as well.</summary>
    internal void Remember(int cubeSetId, TrainingOptions options, PreflightResult result)
    {
        Keep((cubeSetId, WhatMatters(options)), result);
        if (!result.Fits)
        {
            TrainingOptions Fitting(TrainingOptions of) => of with { BatchSize = result.Proposal.BatchSize, MicroBatchSize = result.Proposal.MicroBatchSize };
            Keep((cubeSetId, WhatMatters(Fitting(options))), result with { Asked = Fitting(result.Asked), AskedMemoryBytes = result.PeakMemoryBytes });
        }
    }

    // An option that is not named here counts: a new one must not make old measurements look like its own.
    private static TrainingOptions WhatMatters(TrainingOptions options) => options with
    {
        PreprocDir = s_defaults.PreprocDir,
        RunDir = s_defaults.RunDir,
        InitialWeights = s_defaults.InitialWeights,
        AllowPartialWeights = s_defaults.AllowPartialWeights,
        CubesPerBbox = s_defaults.CubesPerBbox,
        Epochs = s_defaults.Epochs,
        LearningRate = s_defaults.LearningRate,
        WeightDecay = s_defaults.WeightDecay,
        WarmupEpochs = s_defaults.WarmupEpochs,
        Schedule = s_defaults.Schedule,
        StepEpochs = s_defaults.StepEpochs,
        StepFactor = s_defaults.StepFactor,
        PlateauPatience = s_defaults.PlateauPatience,
        PlateauFactor = s_defaults.PlateauFactor,
        RestartEpochs = s_defaults.RestartEpochs,
        ClipNorm = s_defaults.ClipNorm,
        GradientAccumulationSteps = s_defaults.GradientAccumulationSteps,
        Seed = s_defaults.Seed,
        EvaluateEveryEpochs = s_defaults.EvaluateEveryEpochs,
        BestBy = s_defaults.BestBy,
        KeepEveryEpochs = s_defaults.KeepEveryEpochs,
        KeepCheckpoints = s_defaults.KeepCheckpoints,
        PauseOnCollapse = s_defaults.PauseOnCollapse,
        CheckpointEveryEpochs = s_defaults.CheckpointEveryEpochs,
        TensorBoard = s_defaults.TensorBoard,
    };

    private void Keep((int CubeSetId, TrainingOptions Options) key, PreflightResult result)
    {
        var measured = new Measured(result, time.GetUtcNow());
        lock (_lock)
        {
            Put(Known(), key, measured);
        }

        store.Save(key.CubeSetId, key.Options, result, measured.At);
    }

    private OrderedDictionary<(int CubeSetId, TrainingOptions Options), Measured> Known()
    {
        if (_known is null)
        {
            OrderedDictionary<(int CubeSetId, TrainingOptions Options), Measured> known = [];
            foreach ((int cubeSetId, TrainingOptions options, PreflightResult result, DateTimeOffset at) in store.Load())
            {
                Put(known, (cubeSetId, options), new(result, at));
            }

            _known = known;
        }

        return _known;
    }

    private static void Put(OrderedDictionary<(int, TrainingOptions), Measured> known, (int, TrainingOptions) key, Measured measured)
    {
        known.Remove(key); // measured again it is the newest
        known.Add(key, measured);
        if (known.Count > MeasurementStore.MostKept)
        {
            known.RemoveAt(0);
        }
    }
}
