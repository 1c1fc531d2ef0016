using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Tests.Data;

/// <summary>What is said and left behind where cubes cannot be prepared.</summary>
public sealed class PreprocessorTests
{
    private const int Size = 12;

    [Fact]
    public void Run_OneBoxUnusable_SaysWhyAndGoesOn()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path, boxes: 2);
        File.Delete(folder.File("seg/bbox2/slice_13.tif"));
        PreprocessResult result = Preprocessor.Run(new PreprocessOptions(folder.Path, folder.File("h5"), Size), null, default);
        Assert.Equal(1, result.BoundingBoxCount);
        Finding finding = Assert.Single(result.Findings, f => f.Severity == Severity.Error);
        Assert.Contains("raw stack is 14 × 18 × 16", finding.Message);
        Assert.Contains("13 × 18 × 16", finding.Message);
    }

    [Fact]
    public void Run_VoxelsOfOneBoxDamaged_SaysWhichSliceAndGoesOn()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path, boxes: 2);
        var options = new PreprocessOptions(folder.Path, folder.File("h5"), Size);
        Preprocessor.Run(options, null, default);
        OverwriteVoxels(folder.File("raw/bbox1/slice_7.tif"));

        PreprocessResult result = Preprocessor.Run(options, null, default);

        Assert.Equal((3, 1), (result.CubeCount, result.BoundingBoxCount));
        Finding finding = Assert.Single(result.Findings, f => f.Severity == Severity.Error);
        Assert.Contains("slice_7.tif", finding.Message, StringComparison.Ordinal);
        Assert.Equal([folder.File("h5/bbox2_synapses.h5")], Directory.GetFiles(folder.File("h5")));

        OverwriteVoxels(folder.File("raw/bbox2/slice_7.tif"));
        Assert.Contains("slice_7.tif", Assert.Throws<EngineException>(() => Preprocessor.Run(options, null, default)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WhileAnotherRunWritesIntoTheFolder_IsRefusedAndDisturbsNothing()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path);
        var options = new PreprocessOptions(folder.Path, folder.File("h5"), Size);
        EngineException? refusal = null;
        var progress = new Immediately(p => refusal ??= p.Done == 2 ? Assert.Throws<EngineException>(() => Preprocessor.Run(options, null, default)) : null);

        Assert.Equal(3, Preprocessor.Run(options, progress, default).CubeCount);

        Assert.Contains("in use", refusal?.Message, StringComparison.Ordinal);
        Assert.Equal([folder.File("h5/bbox1_synapses.h5")], Directory.GetFiles(folder.File("h5")));
    }

    [Fact]
    public void Run_Cancelled_LeavesNoFile()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path);
        using var stop = new CancellationTokenSource();
        var progress = new Immediately(p =>
        {
            if (p.Done > 0)
            {
                stop.Cancel();
            }
        });
        Assert.ThrowsAny<OperationCanceledException>(
            () => Preprocessor.Run(new PreprocessOptions(folder.Path, folder.File("h5"), Size), progress, stop.Token));
        Assert.Empty(Directory.GetFiles(folder.File("h5")));
    }

    [Fact]
    public void Run_OddSizeOrUnknownChannels_SaysWhatIsAllowed()
    {
        var options = new PreprocessOptions("nowhere", "nowhere");
        Assert.Contains("even number", Assert.Throws<EngineException>(() => Preprocessor.Run(options with { CubeSize = 81 }, null, default)).Message);
        Assert.Contains("raw+vesicle+seg", Assert.Throws<EngineException>(() => Preprocessor.Run(options with { Channels = "rgb" }, null, default)).Message);
    }

    // The strips stand between the header's 8 bytes and the directory at the end.
    private static void OverwriteVoxels(string slice)
    {
        byte[] bytes = File.ReadAllBytes(slice);
        bytes.AsSpan(8, 60).Fill(0xFF);
        File.WriteAllBytes(slice, bytes);
    }

    private sealed class Immediately(Action<WorkProgress> report) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => report(value);
    }
}
