using SynapseLab.Engine.Diagnosis;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Losses;
using SynapseLab.Tests.Losses;

namespace SynapseLab.Tests.Diagnosis;

/// <summary>
/// Evidence of a run whose network is planted: its embeddings and two views of projections are drawn, all figures and the NT-Xent losses are then
/// computed from them, as in a real run.
/// </summary>
internal sealed class PlantedRun
{
    private const int CubeCount = 96;
    private const int BatchSize = 16;

    private readonly SeededRandom _random = new(3);

    /// <summary>Dimension d of embeddings.</summary>
    public int Dimension { get; init; } = 64;

    /// <summary>Embedding directions that vary.</summary>
    public int Directions { get; init; } = 40;

    /// <summary>Length of what all projections share, beside 1 of what is the cube's own.</summary>
    public double Common { get; init; } = 0.5;

    /// <summary>Length of what differs between two views of a cube, beside 1.</summary>
    public double ViewNoise { get; init; } = 0.3;

    /// <summary>Share of the mean grey value in every embedding dimension, beside 1.</summary>
    public double Grey { get; init; }

    public double Temperature { get; init; } = 0.07;

    public long Step { get; init; } = 1000;

    public int RecentCount { get; init; } = 100;

    /// <summary>All figures of this network.</summary>
    public RunEvidence Evidence()
    {
        double[] grey = Draw(CubeCount);
        EmbeddingMatrix h = Embeddings(grey);
        (EmbeddingMatrix a, EmbeddingMatrix b) = Views();
        return new RunEvidence
        {
            Method = "SimCLR",
            Step = Step,
            WarmUpSteps = 50,
            LearningRate = 1e-3,
            ChanceLoss = NtXent.AtChance(BatchSize),
            LeastLoss = NtXent.Least(BatchSize, Temperature),
            Temperature = Temperature,
            Recent = [.. Enumerable.Range(0, RecentCount).Select(i => new StepEvidence(Step - RecentCount + i + 1, BatchLoss(a, b), 3 + (2 * _random.NextDouble())))],
            Probe = new ProbeEvidence
            {
                RankMe = RankMe.Compute(h),
                EmbeddingDimension = Dimension,
                Pairs = PairFigures.Compute(a, b),
                IntensityR2 = LinearReadout.CrossValidatedR2(h, grey, 1),
            },
        };
    }

    private EmbeddingMatrix Embeddings(double[] grey)
    {
        double[] directions = Draw(Directions * Dimension);
        float[] values = new float[CubeCount * Dimension];
        for (int i = 0; i < CubeCount; i++)
        {
            double[] own = Draw(Directions);
            for (int c = 0; c < Dimension; c++)
            {
                double sum = Enumerable.Range(0, Directions).Sum(k => own[k] * directions[(k * Dimension) + c]) / Math.Sqrt(Directions);
                values[(i * Dimension) + c] = (float)(1 + sum + (Grey * grey[i]));
            }
        }
        return new EmbeddingMatrix(values, CubeCount, Dimension);
    }

    /// <summary>Projections of 32 dimensions: common part, the cube's own part, the view's own part, each a vector of given length.</summary>
    private (EmbeddingMatrix View1, EmbeddingMatrix View2) Views()
    {
        const int dimension = 32;
        double length = Math.Sqrt(dimension);
        double[] common = Draw(dimension), own = Draw(CubeCount * dimension);
        float[][] views = [.. Enumerable.Range(0, 2).Select(_ => own.Select((value, at) =>
            (float)(((Common * common[at % dimension]) + value + (ViewNoise * _random.NextGaussian())) / length)).ToArray())];
        return (new EmbeddingMatrix(views[0], CubeCount, dimension), new EmbeddingMatrix(views[1], CubeCount, dimension));
    }

    private double BatchLoss(EmbeddingMatrix a, EmbeddingMatrix b)
    {
        int[] rows = _random.Sample(CubeCount, BatchSize);
        double[][] Chosen(EmbeddingMatrix x) => [.. rows.Select(i => x.Row(i).ToArray().Select(value => (double)value).ToArray())];
        return NaiveNtXent.Loss(Chosen(a), Chosen(b), Temperature);
    }

    private double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => _random.NextGaussian())];
}
