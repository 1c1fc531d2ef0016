namespace SynapseLab.Engine.Data;

/// <summary>What is in a dataset and what is wrong with it (domain §6).</summary>
/// <param name="Root">The dataset's folder.</param>
/// <param name="BoundingBoxes">One entry per bounding box, usable or not.</param>
/// <param name="Findings">Findings that concern the dataset as a whole.</param>
public sealed record InspectionReport(string Root, IReadOnlyList<BoundingBoxInspection> BoundingBoxes, IReadOnlyList<Finding> Findings);

/// <summary>One bounding box of an <see cref="InspectionReport"/>.</summary>
/// <param name="Name">Name, e.g. "bbox1".</param>
/// <param name="Usable">False when it cannot be used at all; the findings say why.</param>
/// <param name="Shape">Size in voxels; null when the stacks could not be read or disagree.</param>
/// <param name="RawBits">Bits per sample of the raw stack; 0 when unreadable.</param>
/// <param name="SegmentationBits">Bits per sample of the segmentation; 0 when unreadable.</param>
/// <param name="MaskBits">Bits per sample of the structure mask; 0 when unreadable.</param>
/// <param name="Settings">Code table and voxel size that were applied.</param>
/// <param name="CodeHistogram">Voxels per structure code, 0 included.</param>
/// <param name="TableRows">Rows of the table that hold something, valid or not.</param>
/// <param name="Synapses">The synapses that can be used.</param>
/// <param name="ClearCount">Synapses whose polarity is clear.</param>
/// <param name="AmbiguousCount">Synapses whose polarity needs a look.</param>
/// <param name="PaddedCount">Synapses whose cube reaches over the border.</param>
/// <param name="Findings">What was noticed, gravest first.</param>
/// <param name="ProposedCodes">A code table that fits the annotated centres better than the applied one; null when none does.</param>
public sealed record BoundingBoxInspection(
    string Name,
    bool Usable,
    Shape3? Shape,
    int RawBits,
    int SegmentationBits,
    int MaskBits,
    BoundingBoxSettings Settings,
    IReadOnlyDictionary<int, long> CodeHistogram,
    int TableRows,
    IReadOnlyList<SynapseInspection> Synapses,
    int ClearCount,
    int AmbiguousCount,
    int PaddedCount,
    IReadOnlyList<Finding> Findings,
    StructureCodes? ProposedCodes = null);

/// <summary>One synapse of a <see cref="BoundingBoxInspection"/>.</summary>
/// <param name="Id">Var1 after cleaning.</param>
/// <param name="FullId">bboxN_Var1.</param>
/// <param name="Row">1-based row of the Excel sheet.</param>
/// <param name="Center">Cleft centre.</param>
/// <param name="Side1">Point in the first partner.</param>
/// <param name="Side2">Point in the second partner.</param>
/// <param name="Polarity">Which side is presynaptic.</param>
/// <param name="NeedsPadding">Whether its cube reaches over the border of the volume.</param>
public sealed record SynapseInspection(
    string Id, string FullId, int Row, Voxel Center, Voxel Side1, Voxel Side2, Polarity Polarity, bool NeedsPadding);
