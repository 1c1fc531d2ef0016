namespace SynapseLab.Engine.Training;

/// <summary>The cubes of one batch, as read.</summary>
/// <param name="Cubes">(N, C, s, s, s), flat.</param>
/// <param name="Redraws">Draws cubes again whose views show no cleft; null where every view will do.</param>
internal sealed record CubeBatch(float[] Cubes, MaskAwareRedraws? Redraws = null);
