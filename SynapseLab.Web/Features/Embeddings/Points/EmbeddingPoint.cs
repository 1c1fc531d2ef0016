using SynapseLab.Engine.Data;

namespace SynapseLab.Web.Features.Embeddings.Points;

/// <summary>One synapse of an embedding set.</summary>
/// <param name="Index">Row in embeddings.npy and embeddings.csv, 0-based.</param>
/// <param name="FullId">bboxN_Var1.</param>
/// <param name="BoundingBox">Its bounding box.</param>
/// <param name="Side">Presynaptic side, 1 or 2.</param>
/// <param name="Center">Cleft centre in voxels, 0-based.</param>
/// <param name="UmapX">First UMAP coordinate, arbitrary unit.</param>
/// <param name="UmapY">Second UMAP coordinate.</param>
/// <param name="Cluster">Cluster of k-means, 0-based.</param>
public sealed record EmbeddingPoint(int Index, string FullId, string BoundingBox, int Side, Voxel Center, float UmapX, float UmapY, int Cluster);
