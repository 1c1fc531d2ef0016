using SynapseLab.Engine.Diagnosis;
using SynapseLab.Engine.Methods;

namespace SynapseLab.Engine.Training;

/// <summary>Keeps what the collapse doctor looks at, and tells each finding of a run once.</summary>
internal sealed class RunDoctor(TrainingOptions options, long warmUpSteps)
{
    private const int RecentSteps = 500;
    private readonly Queue<StepEvidence> _recent = new();
    private readonly HashSet<DiagnosisKind> _told = [];
    private readonly MethodDescription _method = MethodCatalogue.Find(options.Method);
    private ProbeEvidence? _probe;
    private double _learningRate;

    /// <summary>Takes one step in.</summary>
    internal void Note(long step, double loss, double? gradientNorm, double learningRate)
    {
        _learningRate = learningRate;
        _recent.Enqueue(new(step, loss, gradientNorm));
        if (_recent.Count > RecentSteps)
        {
            _recent.Dequeue();
        }
    }

    /// <summary>Takes the latest figures in; nothing is judged by figures without pairs.</summary>
    internal void Note(ProbeFigures figures, int embeddingDimension) => _probe = figures.Pairs is not { } pairs ? null : new()
    {
        RankMe = figures.RankMe,
        EmbeddingDimension = embeddingDimension,
        DirectionSpread = pairs.DirectionSpread,
        PositiveCosine = pairs.PositiveCosine,
        NegativeCosine = pairs.NegativeCosine,
        Alignment = pairs.Alignment,
        Uniformity = pairs.Uniformity,
        IntensityR2 = figures.IntensityR2,
    };

    /// <summary>What was found that was not told yet.</summary>
    internal IReadOnlyList<RunDiagnosis> Examine(long step)
    {
        double? chance = _method.ChanceLoss(options.BatchSize, options.MethodParameters);
        var temperature = _method.Parameters.FirstOrDefault(parameter => parameter.Name == nameof(MethodParameter.Temperature));
        var found = CollapseDoctor.Examine(new()
        {
            Method = _method.Title,
            Step = step,
            WarmUpSteps = warmUpSteps,
            Recent = [.. _recent],
            ChanceLoss = chance,
            Temperature = chance is null || temperature is null ? null : options.MethodParameters.Of(temperature),
            LearningRate = _learningRate,
            Probe = _probe,
        });
        return [.. found.Where(diagnosis => _told.Add(diagnosis.Kind))];
    }
}
