using SynapseLab.Engine;
using SynapseLab.Engine.Data;

namespace SynapseLab.Tests.Data;

/// <summary>The seed layout in its variants (domain §1).</summary>
public sealed class DatasetSourceTests
{
    private const string OtherMaskFolder = "vesicle_cloud__syn_interface__mitochondria_annotation";

    [Fact]
    public void Scan_AnyNamesAndRubbishBeside_FindsTheBoxesInNaturalOrder()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in new[] { "10", "2", "-cortex" })
        {
            Touch(folder, $"raw/bbox{name}/slice_0.tif", $"seg/bbox{name}/slice_0.tif", $"bbox_{name}/slice_0.tif", $"bbox{name}.xlsx");
        }

        Touch(folder, "__MACOSX/raw/bbox9/._slice_0.tif", "raw/__MACOSX/x.tif", "raw/.DS_Store", "._bbox2.xlsx", "notes.xlsx");
        DatasetSource dataset = DatasetSource.Scan(folder.Path);

        Assert.Equal(["bbox-cortex", "bbox2", "bbox10"], dataset.BoundingBoxes.Select(box => box.Name));
        Assert.Empty(dataset.Findings);
    }

    [Fact]
    public void Scan_MasksInTheOtherFolder_TakesThemUnlessTheFirstPlaceHasSome()
    {
        using var folder = new TemporaryFolder();
        Touch(folder, "raw/bbox1/s_0.tif", "seg/bbox1/s_0.tif", $"{OtherMaskFolder}/bbox_1/s_0.tif", "bbox1.xlsx");
        Assert.Equal(folder.File($"{OtherMaskFolder}/bbox_1"), MaskPath());
        Touch(folder, "bbox_1/s_0.tif");
        Assert.Equal(folder.File("bbox_1"), MaskPath());

        string MaskPath() => Assert.Single(DatasetSource.Scan(folder.Path).BoundingBoxes).MaskPath;
    }

    [Fact]
    public void Scan_MultiPageFilesInPlaceOfFolders_AreStacks()
    {
        using var folder = new TemporaryFolder();
        Touch(folder, "raw/bbox1.tif", "seg/bbox1.tiff", "bbox_1.tif", "bbox1.xlsx");
        BoundingBoxSource box = Assert.Single(DatasetSource.Scan(folder.Path).BoundingBoxes);

        Assert.Equal([folder.File("raw/bbox1.tif"), folder.File("seg/bbox1.tiff"), folder.File("bbox_1.tif")], [box.RawPath, box.SegmentationPath, box.MaskPath]);
        Assert.Empty(box.MissingParts());
    }

    [Fact]
    public void Scan_OneBoxWithoutParts_NamesWhatIsMissingAndGoesOn()
    {
        using var folder = new TemporaryFolder();
        Touch(folder, "raw/bbox1/s_0.tif", "seg/bbox1/s_0.tif", "bbox_1/s_0.tif", "bbox1.xlsx", "raw/bbox2/s_0.tif", "bbox2.xlsx");
        Finding finding = Assert.Single(DatasetSource.Scan(folder.Path).Findings);

        Assert.Contains("segmentation stack", finding.Message, StringComparison.Ordinal);
        Assert.Contains("structure mask stack", finding.Message, StringComparison.Ordinal);
        File.Delete(folder.File("bbox1.xlsx"));
        Assert.Contains("no usable bounding box", Assert.Throws<EngineException>(() => DatasetSource.Scan(folder.Path)).Message, StringComparison.Ordinal);
    }

    private static void Touch(TemporaryFolder folder, params string[] files)
    {
        foreach (string file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(file))!);
            File.WriteAllText(folder.File(file), "");
        }
    }
}
