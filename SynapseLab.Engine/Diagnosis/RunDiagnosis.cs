using System.Text.Json.Serialization;

namespace SynapseLab.Engine.Diagnosis;

/// <summary>One thing that goes wrong in a run.</summary>
/// <param name="Kind">What.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Sentence">What was seen, with its figures: one sentence.</param>
/// <param name="Advice">What to do: one sentence.</param>
public sealed record RunDiagnosis(DiagnosisKind Kind, DiagnosisSeverity Severity, string Sentence, string Advice);

/// <summary>What can go wrong in a run.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiagnosisKind>))]
public enum DiagnosisKind
{
    /// <summary>The loss or the gradients are no longer finite, or grow out of hand.</summary>
    ExplodingLoss,

    /// <summary>The network says the same of every cube.</summary>
    ConstantOutput,

    /// <summary>The embeddings use only a few of their dimensions.</summary>
    DimensionalCollapse,

    /// <summary>The loss stays where guessing has it.</summary>
    LossAtChance,

    /// <summary>The temperature is so high that even a perfect network could hardly lower the loss.</summary>
    TemperatureTooHigh,

    /// <summary>The temperature is so low that the loss is content before views of one cube lie together.</summary>
    TemperatureTooLow,

    /// <summary>The embedding mostly tells how bright the cube is.</summary>
    IntensityShortcut,
}

/// <summary>How grave a diagnosis is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiagnosisSeverity>))]
public enum DiagnosisSeverity
{
    /// <summary>The run may still learn something; look at it.</summary>
    Warning,

    /// <summary>Going on is pointless: a reason to pause the run.</summary>
    Failure,
}
