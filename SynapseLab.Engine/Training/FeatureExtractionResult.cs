namespace SynapseLab.Engine.Training;

/// <summary>What was written.</summary>
/// <param name="Count">Rows, one a cube.</param>
/// <param name="Dimension">Features of each.</param>
/// <param name="ColumnPrefix">Name of a feature's column without its number, e.g. layer20_feat_.</param>
public sealed record FeatureExtractionResult(int Count, int Dimension, string ColumnPrefix);
