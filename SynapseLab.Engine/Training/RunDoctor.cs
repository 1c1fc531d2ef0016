using SynapseLab.Engine.Diagnosis;
using SynapseLab.Engine.Methods;

namespace SynapseLab.Engine.Training;

/// <summary>Keeps what the collapse doctor looks at, and tells each finding of a run once, and once that it has passed.</summary>
/// <param name="options">Of the run.</param>
/// <param name="warmUpSteps">Steps of rising learning rate.</param>
/// <param name="toldBefore">What was told before the run was resumed and has not passed.</param>
internal sealed class RunDoctor(TrainingOptions options, long warmUpSteps, IEnumerable<DiagnosisKind>? toldBefore = null)
{
    private const int RecentSteps = 500;

    /// <summary>A resumed run begins without evidence; with less than this, silence about an earlier finding means nothing.</summary>
    private const int LeastStepsToTakeBack = 100;

    private readonly Queue<StepEvidence> _recent = new();
    private readonly HashSet<DiagnosisKind> _told = [.. toldBefore ?? []];
    private readonly HashSet<DiagnosisKind> _toldBefore = [.. toldBefore ?? []];
    private readonly MethodDescription _method = MethodCatalogue.Find(options.Method);
    private ProbeEvidence? _probe;
    private bool _hasProbed;
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

    /// <summary>Takes the latest figures in.</summary>
    internal void Note(ProbeFigures figures, int embeddingDimension)
    {
        _hasProbed = true;
        _probe = new() { RankMe = figures.RankMe, EmbeddingDimension = embeddingDimension, Pairs = figures.Pairs, IntensityR2 = figures.IntensityR2 };
    }

    /// <summary>What was found that was not told yet, and what was told and is no longer found.</summary>
    internal (IReadOnlyList<RunDiagnosis> Found, IReadOnlyList<DiagnosisKind> Passed) Examine(long step)
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
            LeastLoss = _method.LeastLoss(options.BatchSize, options.MethodParameters),
            Temperature = chance is null || temperature is null ? null : options.MethodParameters.Of(temperature),
            ScalesLoss = options.Precision == "float16",
            LearningRate = _learningRate,
            Probe = _probe,
        });
        DiagnosisKind[] passed = [.. _told.Where(kind => MayTakeBack(kind) && found.All(diagnosis => diagnosis.Kind != kind))];
        _told.ExceptWith(passed);
        _toldBefore.ExceptWith(passed);
        return ([.. found.Where(diagnosis => _told.Add(diagnosis.Kind))], passed);
    }

    private bool MayTakeBack(DiagnosisKind kind) =>
        !_toldBefore.Contains(kind) || (_recent.Count >= LeastStepsToTakeBack && (_hasProbed || options.EvaluateEveryEpochs == 0));
}
