namespace SynapseLab.Engine.Data;

/// <summary>Which code of the structure mask means what in one bounding box (domain §1); 0 is background.</summary>
/// <param name="Mitochondria">Code of mitochondria; null when not annotated.</param>
/// <param name="Vesicle">Code of the vesicle cloud.</param>
/// <param name="Cleft">Codes whose union is the cleft; at least one.</param>
public sealed record StructureCodes(int? Mitochondria, int Vesicle, IReadOnlyList<int> Cleft);

/// <summary>What is set per bounding box: its structure codes and its voxel size.</summary>
public sealed record BoundingBoxSettings(StructureCodes Codes, VoxelSizeNm VoxelSizeNm);
