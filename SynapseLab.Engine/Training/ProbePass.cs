using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Methods;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>Projections of two views of a fixed subset of cubes, in eval mode; the views are the same every time, and training's generators stay as they are.</summary>
internal static class ProbePass
{
    private const int MostCubes = 256;
    private const int CubesPerBatch = 16;

    // The probe's views have a seed of their own: the same in every run.
    private const long Seed = 0x9806E;

    /// <summary>Null where the method compares no views, or there are fewer than two cubes.</summary>
    internal static PairFigures? Measure(Method method, ICubeSource cubes, ViewPair augmentation, Device device)
    {
        int count = Math.Min(cubes.ProbeCount, MostCubes);
        if (method.ViewsPerCube != 2 || count < 2)
        {
            return null;
        }

        var views = (First: new List<float>(), Second: new List<float>());
        using var random = new ViewRandomness(Seed, device);
        bool wasTraining = method.training;
        method.eval();
        try
        {
            for (int first = 0; first < count; first += CubesPerBatch)
            {
                int[] indices = [.. Enumerable.Range(first, Math.Min(CubesPerBatch, count - first)).Select(i => (int)((long)i * cubes.ProbeCount / count))];
                Append(method, cubes, indices, augmentation, random, views);
            }
        }
        finally
        {
            method.train(wasTraining);
        }

        int width = views.First.Count / count;
        return PairFigures.Compute(new([.. views.First], count, width), new([.. views.Second], count, width));
    }

    private static void Append(
        Method method, ICubeSource cubes, int[] indices, ViewPair augmentation, ViewRandomness random, (List<float> First, List<float> Second) views)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        int size = cubes.CubeSize;
        var batch = tensor(cubes.ReadProbe(indices), [indices.Length, cubes.ChannelCount, size, size, size]).to(random.Voxels.device);
        var halves = method.Encode(method.Inputs(batch, augmentation, random))[0].to(ScalarType.Float32).cpu().chunk(2); // 2 × (m, o)
        views.First.AddRange(halves[0].data<float>().ToArray());
        views.Second.AddRange(halves[1].data<float>().ToArray());
    }
}
