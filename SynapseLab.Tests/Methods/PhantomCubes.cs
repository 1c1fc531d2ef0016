using SynapseLab.Engine.Data;
using SynapseLab.Engine.Phantom;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Methods;

/// <summary>Eight cubes of 16³ around the synapses of a small phantom, prepared as a person would, for all tests of a class.</summary>
public sealed class PhantomCubes : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("synapselab-phantom-cubes");

    public PhantomCubes()
    {
        string dataset = Path.Combine(_root.FullName, "dataset");
        PhantomDataset.Write(new PhantomOptions(dataset, BoundingBoxCount: 1, Size: 64, SynapseCount: 8), null, default);
        Preprocessor.Run(new PreprocessOptions(dataset, Path.Combine(_root.FullName, "preproc"), CubeSize: 16), null, default);
    }

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>Two epochs of two steps in a folder of their own, width 2, narrow heads.</summary>
    internal TrainingOptions Options(string method) => new()
    {
        PreprocDir = Path.Combine(_root.FullName, "preproc"),
        RunDir = Path.Combine(_root.FullName, Path.GetRandomFileName()),
        Method = method,
        MethodParameters = SmallMethods.Parameters,
        Width = 2,
        Epochs = 2,
        WarmupEpochs = 0,
        BatchSize = 4,
        EvaluateEveryEpochs = 0,
        TensorBoard = false,
        Device = "cpu",
        Threads = 1,
    };
}
