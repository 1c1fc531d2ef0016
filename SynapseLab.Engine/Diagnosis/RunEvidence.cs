namespace SynapseLab.Engine.Diagnosis;

/// <summary>All that the collapse doctor looks at: a run at one moment.</summary>
public sealed record RunEvidence
{
    /// <summary>Name of the method as a person reads it, e.g. "SimCLR".</summary>
    public required string Method { get; init; }

    /// <summary>Optimiser steps done.</summary>
    public required long Step { get; init; }

    /// <summary>Steps of rising learning rate at the beginning; default 0. No judgement of learning is passed in them.</summary>
    public long WarmUpSteps { get; init; }

    /// <summary>The latest steps, oldest first; the last 100 to 1,000 serve well, fewer say little.</summary>
    public required IReadOnlyList<StepEvidence> Recent { get; init; }

    /// <summary>
    /// Loss of a network that tells nothing apart: ln(2N − 1) for NT-Xent, ln(1 + queue) for MoCo; null for methods without negatives.
    /// </summary>
    public double? ChanceLoss { get; init; }

    /// <summary>The least loss that any network reaches at the run's temperature; null where <see cref="ChanceLoss"/> is.</summary>
    public double? LeastLoss { get; init; }

    /// <summary>Temperature T &gt; 0 of the contrastive loss; null for methods without one.</summary>
    public double? Temperature { get; init; }

    /// <summary>Whether the loss is scaled (float16): then steps with gradients that are not finite are left out on purpose, now and then.</summary>
    public bool ScalesLoss { get; init; }

    /// <summary>Learning rate now.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Latest figures of the probe set; null before the first.</summary>
    public ProbeEvidence? Probe { get; init; }

    /// <summary>Steps done since warm-up ended; 0 or below before.</summary>
    internal long StepsAfterWarmUp => Step - WarmUpSteps;
}

/// <summary>One optimiser step.</summary>
/// <param name="Step">Number, 1-based.</param>
/// <param name="Loss">Loss of its batch; NaN and infinities as they came.</param>
/// <param name="GradientNorm">Euclidean norm of all gradients before clipping; null when it was not measured.</param>
public sealed record StepEvidence(long Step, double Loss, double? GradientNorm = null);
