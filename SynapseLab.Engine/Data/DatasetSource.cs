using SynapseLab.Engine.Data.Tiff;

namespace SynapseLab.Engine.Data;

/// <summary>A dataset in the seed layout (domain §1).</summary>
/// <param name="Root">Folder that holds raw, seg, the mask folders and the tables.</param>
/// <param name="BoundingBoxes">All bounding boxes of which at least one part is there, in natural order; see <see cref="BoundingBoxSource.MissingParts"/>.</param>
/// <param name="Findings">Which bounding boxes lack what.</param>
public sealed record DatasetSource(string Root, IReadOnlyList<BoundingBoxSource> BoundingBoxes, IReadOnlyList<Finding> Findings)
{
    private const string MaskParent = "vesicle_cloud__syn_interface__mitochondria_annotation";
    private const string MaskPrefix = "bbox_";
    private const string NamePrefix = "bbox";

    /// <summary>
    /// Looks at a folder. The layout may also lie in its only subfolder, as a zip of a folder unpacks; __MACOSX, dot files
    /// and other workbooks are ignored.
    /// </summary>
    /// <exception cref="EngineException">The folder is missing, or no bounding box in it is complete.</exception>
    public static DatasetSource Scan(string dataDir)
    {
        if (!Directory.Exists(dataDir))
        {
            throw new EngineException($"There is no dataset folder {dataDir}; check the path.");
        }

        try
        {
            return ScanExisting(dataDir);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"The dataset folder {dataDir} cannot be listed: {error.Message} Check its permissions.", error);
        }
    }

    private static DatasetSource ScanExisting(string dataDir)
    {
        string root = FindRoot(Path.GetFullPath(dataDir));
        List<BoundingBoxSource> boxes = [.. Names(root).Order(NaturalOrder.Instance).Select(name => Locate(root, name))];
        List<Finding> findings = [.. boxes.Where(box => box.MissingParts().Count > 0).Select(Incomplete)];
        if (findings.Count < boxes.Count)
        {
            return new DatasetSource(root, boxes, findings);
        }

        string found = boxes.Count == 0 ? "nothing of it is there" : string.Join("; ", findings.Take(3).Select(f => f.Message));
        throw new EngineException(
            $"{root} holds no usable bounding box: expected raw/bboxN, seg/bboxN, bbox_N and bboxN.xlsx, but {found}.");
    }

    /// <summary>The finding for a bounding box that lacks a part.</summary>
    internal static Finding Incomplete(BoundingBoxSource box) => new(
        Severity.Error,
        "missing-part",
        $"{box.Name} has no {string.Join(" and no ", box.MissingParts())}",
        box.Name,
        "Add what is missing, or remove the rest of this bounding box.");

    private static string FindRoot(string folder)
    {
        if (Names(folder).Any())
        {
            return folder;
        }

        List<string> inside = [.. Folders(folder).Take(2)];
        return inside.Count == 1 && Names(inside[0]).Any() ? inside[0] : folder;
    }

    private static HashSet<string> Names(string root) =>
    [
        .. StackNames(Path.Combine(root, "raw")),
        .. StackNames(Path.Combine(root, "seg")),
        .. MaskNames(root),
        .. MaskNames(Path.Combine(root, MaskParent)),
        .. Files(root).Where(IsTable).Select(f => Path.GetFileNameWithoutExtension(f)),
    ];

    private static BoundingBoxSource Locate(string root, string name)
    {
        string maskName = name.StartsWith(NamePrefix, StringComparison.Ordinal) ? MaskPrefix + name[NamePrefix.Length..] : name;
        string mask = Stack(root, maskName);
        string otherMask = Stack(Path.Combine(root, MaskParent), maskName);
        return new BoundingBoxSource(
            name,
            Stack(Path.Combine(root, "raw"), name),
            Stack(Path.Combine(root, "seg"), name),
            !Exists(mask) && Exists(otherMask) ? otherMask : mask,
            Path.Combine(root, name + ".xlsx"));
    }

    // A folder of slices wins over a multi-page file of the same name; without either, the folder is what was expected.
    private static string Stack(string parent, string name)
    {
        string folder = Path.Combine(parent, name);
        string? file = new[] { ".tif", ".tiff" }.Select(ending => folder + ending).FirstOrDefault(File.Exists);
        return !Directory.Exists(folder) && file is not null ? file : folder;
    }

    private static bool Exists(string stack) => Directory.Exists(stack) || File.Exists(stack);

    private static IEnumerable<string> StackNames(string parent) =>
        [.. Folders(parent).Select(f => Path.GetFileName(f)), .. Files(parent).Where(TiffSliceList.IsSlice).Select(f => Path.GetFileNameWithoutExtension(f))];

    private static IEnumerable<string> MaskNames(string parent) => StackNames(parent)
        .Where(n => n.StartsWith(MaskPrefix, StringComparison.Ordinal) && n.Length > MaskPrefix.Length)
        .Select(n => NamePrefix + n[MaskPrefix.Length..]);

    private static bool IsTable(string file) =>
        file.EndsWith(".xlsx", StringComparison.Ordinal) && Path.GetFileName(file).StartsWith(NamePrefix, StringComparison.Ordinal);

    private static IEnumerable<string> Folders(string parent) => !Directory.Exists(parent) ? [] : Directory.EnumerateDirectories(parent)
        .Where(f => Path.GetFileName(f) is var name && !name.StartsWith('.') && name != "__MACOSX");

    private static IEnumerable<string> Files(string parent) => !Directory.Exists(parent) ? [] : Directory.EnumerateFiles(parent)
        .Where(f => !Path.GetFileName(f).StartsWith('.'));
}
