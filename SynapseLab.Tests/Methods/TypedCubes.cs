using SynapseLab.Engine.Data;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Phantom;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Methods;

/// <summary>180 cubes around the synapses of a phantom with three planted types, for all tests of a class.</summary>
public sealed class TypedCubes : IDisposable
{
    private const int CubeSize = 24;
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("synapselab-typed-cubes");
    private readonly int[] _types;

    public TypedCubes()
    {
        string dataset = Path.Combine(_root.FullName, "dataset");
        PhantomDataset.Write(new PhantomOptions(dataset, BoundingBoxCount: 3, Size: 192, SynapseCount: 60, TypeCount: 3), null, default);
        Preprocessor.Run(new PreprocessOptions(dataset, PreprocDir, CubeSize), null, default);
        var byId = PhantomTruth.Read(dataset).Synapses.ToDictionary(synapse => synapse.Id, synapse => synapse.Type);
        using var store = CubeStore.Open(PreprocDir);
        _types = [.. store.Entries.Select(cube => byId[cube.FullId])];
    }

    private string PreprocDir => Path.Combine(_root.FullName, "preproc");

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>75 steps of 32 cubes in a folder of their own, width 8, the method's own heads.</summary>
    internal TrainingOptions Options(string method) => new()
    {
        PreprocDir = PreprocDir,
        RunDir = Path.Combine(_root.FullName, Path.GetRandomFileName()),
        Method = method,
        Width = 8,
        Epochs = 15,
        BatchSize = 32,
        EvaluateEveryEpochs = 5,
        TensorBoard = false,
        Seed = 1,
        Device = "cpu",
        Threads = 1,
    };

    /// <summary>How often the 5 nearest neighbours agree with a cube's planted type, 0 … 1.</summary>
    internal double Accuracy(EmbeddingMatrix embeddings) => KnnAccuracy.LeaveOneOut(embeddings, _types);
}
