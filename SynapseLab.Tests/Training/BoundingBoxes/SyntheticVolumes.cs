using SynapseLab.Engine.Data;
using SynapseLab.Engine.Data.BoundingBoxes;
using SynapseLab.Engine.Data.Cubes;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

/// <summary>A folder of two made-up volumes, noise as raw, with planted clefts, and a place for runs.</summary>
internal sealed class SyntheticVolumes : IDisposable
{
    internal const int CubeSize = 8;

    internal static readonly Shape3[] Shapes = [new(20, 22, 24), new(16, 12, 18)];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("synapselab-volumes");

    /// <summary>Writes the volumes.</summary>
    /// <param name="isCleft">Whether a voxel (z, y, x) of every box is cleft.</param>
    internal SyntheticVolumes(Func<int, int, int, bool> isCleft)
    {
        for (int box = 0; box < Shapes.Length; box++)
        {
            var header = new CubeFileHeader($"bbox{box + 1}", CubeSize, VolumeFile.Channels, CodeTable.Seed.For("bbox1"), $"synthetic {box}");
            var random = new Random(box);
            Shape3 shape = Shapes[box];
            using var writer = new VolumeFileWriter(VolumeFile.PathIn(_root.FullName, header.BoundingBox), header, shape, new RawStorage(0, 1, 0.02f, -2), asBytes: true);
            writer.Write(0, 0, [.. Enumerable.Range(0, (int)shape.Count).Select(i => (ushort)random.Next(i % 7 * 20, 200))]);
            writer.Write(1, 0, [.. Enumerable.Range(0, (int)shape.Count).Select(i => (ushort)(i % 2))]);
            writer.Write(2, 0, [.. from z in Enumerable.Range(0, shape.Z) from y in Enumerable.Range(0, shape.Y) from x in Enumerable.Range(0, shape.X) select (ushort)(isCleft(z, y, x) ? 1 : 0)]);
            writer.Close();
        }
    }

    /// <summary>A small, fast run of the pipeline in a folder of its own.</summary>
    internal TrainingOptions Options(string run = "run") => CubeSourceChoice.Choose(new TrainingOptions(), CubeSourceChoice.BoundingBox) with
    {
        PreprocDir = _root.FullName,
        RunDir = Path.Combine(_root.FullName, run),
        CubeSize = CubeSize,
        CubesPerBbox = 4,
        Width = 2,
        MethodParameters = SynapseLab.Engine.Methods.MethodParameters.None.With("ProjectionHidden", 8).With("ProjectionOutput", 4),
        Epochs = 2,
        WarmupEpochs = 0,
        BatchSize = 4,
        EvaluateEveryEpochs = 0,
        BestBy = "loss",
        Device = "cpu",
        Threads = 1,
    };

    internal SampledCubes Open(TrainingOptions options) => new(VolumeStore.Open(_root.FullName), options);

    public void Dispose() => _root.Delete(recursive: true);
}
