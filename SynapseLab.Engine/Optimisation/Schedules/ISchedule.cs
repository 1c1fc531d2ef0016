using SynapseLab.Torch.Serialization;

namespace SynapseLab.Engine.Optimisation.Schedules;

/// <summary>How the learning rate moves over a run, as a share of its peak. All but the plateau are functions of the step alone.</summary>
internal interface ISchedule
{
    /// <summary>Share of the peak, 0 … 1, for a 0-based optimiser step.</summary>
    double Factor(long step);

    /// <summary>Hears how an epoch went.</summary>
    /// <param name="steps">Optimiser steps done.</param>
    /// <param name="meanLoss">Of the epoch.</param>
    void AfterEpoch(long steps, double meanLoss)
    {
    }

    /// <summary>What it has to remember; empty for a function of the step.</summary>
    TorchDictionary Save() => new();

    /// <summary>Takes saved memory over.</summary>
    void Load(TorchDictionary saved)
    {
    }
}
