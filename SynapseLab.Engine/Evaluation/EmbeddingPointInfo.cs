using SynapseLab.Engine.Data;

namespace SynapseLab.Engine.Evaluation;

/// <summary>Which synapse an embedding row belongs to.</summary>
/// <param name="FullId">bboxN_Var1.</param>
/// <param name="BoundingBox">Name of the bounding box.</param>
/// <param name="Side">Presynaptic side, 1 or 2.</param>
/// <param name="Center">Cleft centre, voxels, 0-based.</param>
public sealed record EmbeddingPointInfo(string FullId, string BoundingBox, int Side, Voxel Center);
