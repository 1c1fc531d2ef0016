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
    public void Inspect_RawSliceWithDamagedVoxels_NamesIt()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path);
        string slice = folder.File("raw/bbox1/slice_11.tif");
        byte[] bytes = File.ReadAllBytes(slice);
        Array.Fill(bytes, (byte)0x55, 8, 40); // behind the header: the compressed voxels
        File.WriteAllBytes(slice, bytes);
        BoundingBoxInspection box = Assert.Single(Inspect(folder).BoundingBoxes);

        Assert.False(box.Usable);
        Assert.Contains("raw/bbox1/slice_11.tif (slice 11)", Assert.Single(box.Findings, finding => finding.Severity == Severity.Error).Message);
    }

    [Fact]
    public void Inspect_SliceMissingFromAllStacks_NamesItOnce()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path);
        foreach (string stack in new[] { "raw/bbox1", "seg/bbox1", "bbox_1" })
        {
            new[] { 3, 8, 9 }.ToList().ForEach(z => File.Delete(folder.File($"{stack}/slice_{z}.tif")));
        }

        File.Move(folder.File("raw/bbox1/slice_13.tif"), folder.File("raw/bbox1/overview.tif"));
        BoundingBoxInspection box = Assert.Single(Inspect(folder).BoundingBoxes);
        Finding[] gaps = [.. box.Findings.Where(finding => finding.Kind == "missing-slices")];

        Assert.True(box.Usable);
        Assert.Equal(["raw/bbox1, seg/bbox1, bbox_1"], gaps.Select(gap => gap.Where));
        Assert.Contains("slices 3, 8 … 9 are missing", gaps[0].Message);
        Finding extra = Assert.Single(box.Findings, finding => finding.Kind == "extra-slices");
        Assert.Equal("raw/bbox1", extra.Where);
        Assert.Contains("overview.tif", extra.Message);
    }

    [Theory]
    [InlineData("s_0.tif s_1.tif s_2.tif", "", "")]
    [InlineData("s_10.tif s_20.tif s_30.tif", "", "")] // numbered in tens
    [InlineData("s_10.tif s_20.tif s_40.tif s_50.tif", "30", "")]
    [InlineData("em3d_z001.tif em3d_z002.tif em3d_z007.tif", "3 4 5 6", "")] // the last number counts
    [InlineData("s_1.tif s_2.tif s_02.tif", "", "s_02.tif")]
    [InlineData("s_1.tif s_2.tif overview_20241107.tif", "", "")]
    [InlineData("a.tif b.tif c.tif", "", "")] // not numbered at all
    public void SliceNumbering_FindsGapsAndStrangers(string names, string missing, string extra)
    {
        var numbering = SliceNumbering.Of(names.Split(' '));

        Assert.Equal(missing, string.Join(' ', numbering.Missing));
        Assert.Equal(extra, string.Join(' ', numbering.Extra));
    }

    private static InspectionReport Inspect(TemporaryFolder folder) => Inspector.Inspect(DatasetSource.Scan(folder.Path), CodeTable.Seed, 12, null, default);

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
