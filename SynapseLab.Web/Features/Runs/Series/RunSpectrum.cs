namespace SynapseLab.Web.Features.Runs.Series;

/// <summary>Singular values of the newest probe's embeddings.</summary>
/// <param name="Step">Optimiser steps done by then.</param>
/// <param name="SingularValues">Falling, min(cubes, features); empty before the first probe.</param>
public sealed record RunSpectrum(long Step, IReadOnlyList<float> SingularValues)
{
    /// <summary>Of a run that has not been probed.</summary>
    internal static RunSpectrum None { get; } = new(0, []);
}
