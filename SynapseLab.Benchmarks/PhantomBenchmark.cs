using System.Globalization;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Phantom;
using SynapseLab.Engine.Training;

namespace SynapseLab.Benchmarks;

/// <summary>
/// Does training find the phantom's planted synapse types? Leave-one-out accuracy of the 5 nearest neighbours, untrained
/// backbone against trained, over several seeds of phantom and training. Options: epochs width seeds cube-size method (or all).
/// </summary>
internal static class PhantomBenchmark
{
    private const int Neighbours = 5;

    public static int Run(string[] args)
    {
        int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;
        (int epochs, int width, int seeds, int cubeSize) = (Number(0, 40), Number(1, 16), Number(2, 3), Number(3, 32));
        IReadOnlyList<string> methods = args.Length < 5 ? ["simclr"] : args[4] == "all" ? MethodCatalogue.Names : [args[4]];
        Console.WriteLine($"3 bounding boxes of 192³ with 60 synapses each, 3 types; cubes of {cubeSize}³; resnet3d18 width {width}, {epochs} epochs, batch 32\n");
        Console.WriteLine("| seed | method | most frequent type | untrained | trained | loss at the end | minutes |\n|---:|:---|---:|---:|---:|---:|---:|");
        for (int seed = 1; seed <= seeds; seed++)
        {
            string folder = Directory.CreateTempSubdirectory("synapselab-phantom").FullName;
            try
            {
                Measure(folder, seed, epochs, width, cubeSize, methods);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    private static void Measure(string folder, int seed, int epochs, int width, int cubeSize, IReadOnlyList<string> methods)
    {
        string data = Path.Combine(folder, "phantom");
        string preproc = Path.Combine(folder, "cubes");
        PhantomDataset.Write(new PhantomOptions(data, BoundingBoxCount: 3, Size: 192, SynapseCount: 60, TypeCount: 3, Seed: seed), null, default);
        Preprocessor.Run(new PreprocessOptions(data, preproc, cubeSize), null, default);
        using CubeStore cubes = CubeStore.Open(preproc);
        int[] types = Types(data, cubes);
        double commonest = types.CountBy(type => type).Max(count => count.Value) / (double)types.Length;
        foreach (string method in methods)
        {
            var options = new TrainingOptions
            {
                PreprocDir = preproc,
                RunDir = Path.Combine(folder, method),
                Method = method,
                Width = width,
                Epochs = epochs,
                EvaluateEveryEpochs = 0,
                Device = "cpu",
                Seed = seed,
            };
            double untrained = Accuracy(EmbeddingExtractor.ExtractUntrained(options, cubes, null, default), types);
            TrainingOutcome outcome = null!;
            double seconds = ReferenceProcess.LeastSeconds(1, () => outcome = Trainer.Run(options, _ => { }, default));
            double trained = Accuracy(EmbeddingExtractor.Extract(RunFolder.At(options.RunDir).BackbonePath, cubes, "cpu", null, default), types);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {seed} | {method} | {commonest:F3} | {untrained:F3} | {trained:F3} | {outcome.LastLoss:F2} | {seconds / 60:F1} |"));
        }
    }

    private static double Accuracy(EmbeddingMatrix embeddings, int[] types) => KnnAccuracy.LeaveOneOut(embeddings, types, Neighbours);

    /// <summary>The planted type of each cube, by its full id.</summary>
    private static int[] Types(string data, CubeStore cubes)
    {
        Dictionary<string, int> byId = PhantomTruth.Read(data).Synapses.ToDictionary(synapse => synapse.Id, synapse => synapse.Type);
        return [.. cubes.Entries.Select(cube => byId[cube.FullId])];
    }
}
