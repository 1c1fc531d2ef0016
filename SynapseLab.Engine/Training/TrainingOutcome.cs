using System.Text.Json.Serialization;

namespace SynapseLab.Engine.Training;

/// <summary>How a run ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunOutcome>))]
public enum RunOutcome
{
    /// <summary>All epochs done, final checkpoints written.</summary>
    [JsonStringEnumMemberName("finished")]
    Finished,

    /// <summary>Stopped on request; <c>latest.pt</c> holds the very step, resume continues there.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>Stopped by an error (loss not finite, out of memory, full disk …); the last good checkpoint is kept.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}

/// <summary>What a run came to.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">One sentence for the person at the screen.</param>
/// <param name="Epoch">Epochs begun.</param>
/// <param name="Step">Optimiser steps done.</param>
/// <param name="LastLoss">Loss of the last step; null when none was done.</param>
public sealed record TrainingOutcome(RunOutcome Outcome, string Message, int Epoch, long Step, double? LastLoss);
