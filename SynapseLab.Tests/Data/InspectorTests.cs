using SynapseLab.Engine.Data;

namespace SynapseLab.Tests.Data;

public sealed class InspectorTests
{
    [Fact]
    public void Inspect_OneGoodOneBrokenBox_ReportsBoth()
    {
        using var folder = new TemporaryFolder();
        TinyDataset dataset = TinyDataset.Write(folder.Path, boxes: 2);
        File.WriteAllText(folder.File("bbox_2/slice_4.tif"), "broken");
        InspectionReport report = Inspector.Inspect(DatasetSource.Scan(folder.Path), CodeTable.Seed, 12, null, default);

        BoundingBoxInspection good = report.BoundingBoxes[0];
        Assert.Equal((true, TinyDataset.Shape, 8, 32, 8, 3, 2), (good.Usable, good.Shape!.Value, good.RawBits, good.SegmentationBits, good.MaskBits, good.TableRows, good.PaddedCount));
        Assert.Equal(dataset.Volumes["bbox1"].Mask.CountBy(code => (int)code).OrderBy(c => c.Key).Select(c => (long)c.Value), good.CodeHistogram.Values);
        Assert.Equal(TinyDataset.Synapses.Select(s => s.Id), good.Synapses.Select(s => s.Id));
        Assert.Equal(3, good.ClearCount + good.AmbiguousCount);

        BoundingBoxInspection broken = report.BoundingBoxes[1];
        Assert.False(broken.Usable);
        Assert.Contains("bbox_2/slice_4.tif (slice 4) is not a TIFF", broken.Findings[0].Message);
        Assert.Equal(Inspector.ToJson(report), Inspector.ToJson(Inspector.FromJson(Inspector.ToJson(report))));
    }

    [Fact]
    public void Inspect_SameSynapseTwice_ReportsCloseCentres()
    {
        SynapseRow[] rows = [new(2, "a", new Voxel(5, 5, 5), default, default), new(3, "b", new Voxel(5, 5, 16), default, default)];
        Finding finding = Assert.Single(CloseCenters.Find(rows, VoxelSizeNm.Default, "t.xlsx"));
        Assert.Contains("88 nm", finding.Message);
        Assert.Empty(CloseCenters.Find(rows, new VoxelSizeNm(8, 8, 10), "t.xlsx"));
    }

    [Fact]
    public void Read_Window_HoldsTheVolumeAroundTheCentre()
    {
        using var folder = new TemporaryFolder();
        TinyDataset dataset = TinyDataset.Write(folder.Path);
        BoundingBoxSource source = DatasetSource.Scan(folder.Path).BoundingBoxes[0];
        (_, Voxel center, Voxel side1, Voxel side2) = TinyDataset.Synapses[1];
        SynapseWindow window = SynapseWindow.Read(source, CodeTable.Seed.For("bbox1"), center, side1, side2, 1, 5, default);
        (uint[] raw, uint[] segments, uint[] mask) = dataset.Volumes["bbox1"];
        uint pre = segments[((1 * 18) + 1) * 16], post = segments[1];
        for (int i = 0; i < 1000; i++)
        {
            var at = new Voxel((i / 100) - 5, (i / 10 % 10) - 5, (i % 10) - 5);
            int v = (((at.Z * 18) + at.Y) * 16) + at.X;
            bool inside = TinyDataset.Shape.Contains(at);
            Structures flags = !inside ? Structures.None
                : (mask[v] switch { 5 => Structures.Mitochondria, 6 => Structures.Vesicle, 7 => Structures.Cleft, _ => 0 })
                    | (segments[v] == pre ? Structures.Presynaptic : 0) | (segments[v] == post ? Structures.Postsynaptic : 0);
            Assert.Equal((inside ? (byte)raw[v] : 0, (byte)flags), (window.Raw[i], window.Structures[i]));
            Assert.Equal(inside, window.Segments[i] != 0);
        }
    }
}
