namespace SynapseLab.Engine.Data;

/// <summary>Prepares cubes.</summary>
public static class Preprocessor
{
    /// <summary>Writes the HDF5 files of a dataset.</summary>
    public static PreprocessResult Run(PreprocessOptions o, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
