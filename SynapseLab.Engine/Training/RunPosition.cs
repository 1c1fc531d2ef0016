namespace SynapseLab.Engine.Training;

/// <summary>Where a run is.</summary>
/// <param name="Epoch">Whole epochs done.</param>
/// <param name="Batch">Optimiser steps done in the epoch under way, each of one batch or, with accumulation, several.</param>
/// <param name="Step">Optimiser steps done.</param>
/// <param name="EpochLossSum">Sum of the losses of the epoch under way.</param>
internal sealed record RunPosition(int Epoch, int Batch, long Step, double EpochLossSum)
{
    internal static RunPosition Start { get; } = new(0, 0, 0, 0);

    /// <summary>Epochs begun, 1-based, as events count them; 0 before the first step.</summary>
    internal int EpochsBegun => Batch > 0 ? Epoch + 1 : Epoch;

    /// <summary>After one more step.</summary>
    internal RunPosition AfterStep(double loss) => this with { Batch = Batch + 1, Step = Step + 1, EpochLossSum = EpochLossSum + loss };

    /// <summary>After the epoch's last step.</summary>
    internal RunPosition AfterEpoch() => this with { Epoch = Epoch + 1, Batch = 0, EpochLossSum = 0 };
}
