using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Phantom;
using SynapseLab.Tests.Data;

namespace SynapseLab.Tests.Phantom;

public sealed class PhantomDatasetTests
{
    // The slices' folder vanishes in mid-work: what a full disk does too, several slices fail on several threads.
    [Fact]
    public void Write_SlicesCannotBeWritten_SaysWhichAndLeavesNothing()
    {
        using var folder = new TemporaryFolder();
        var options = new PhantomOptions(folder.File("phantom"), BoundingBoxCount: 1, Size: 64, SynapseCount: 4);
        var progress = new Immediately(p =>
        {
            if (p.Done > 0 && Directory.GetDirectories(folder.Path) is [var partial])
            {
                Directory.Delete(Path.Combine(partial, "raw"), recursive: true);
                File.WriteAllText(Path.Combine(partial, "raw"), "");
            }
        });

        EngineException error = Assert.Throws<EngineException>(() => PhantomDataset.Write(options, progress, default));

        Assert.Contains(".tif could not be written", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Write_PlantedTypes_ReachThePreparedCubes()
    {
        using var folder = new TemporaryFolder();
        PhantomDataset.Write(new PhantomOptions(folder.File("phantom"), BoundingBoxCount: 1, Size: 64, SynapseCount: 4), null, default);
        Preprocessor.Run(new PreprocessOptions(folder.File("phantom"), folder.File("cubes"), 16), null, default);
        PhantomTruth truth = PhantomTruth.Read(folder.File("phantom"));
        using CubeStore cubes = CubeStore.Open(folder.File("cubes"));

        Assert.NotEmpty(cubes.Entries);
        Assert.Equal(truth.Synapses.Select(synapse => (synapse.Id, truth.Types[synapse.Type])), cubes.Entries.Select(cube => (cube.FullId, cube.Type!)));
    }

    private sealed class Immediately(Action<WorkProgress> report) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => report(value);
    }
}
