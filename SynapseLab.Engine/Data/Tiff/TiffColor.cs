namespace SynapseLab.Engine.Data.Tiff;

/// <summary>What becomes of a pixel with several samples.</summary>
internal enum TiffColor
{
    /// <summary>RGB becomes grey: for raw stacks.</summary>
    Grey,

    /// <summary>The first sample counts: for segmentations and masks, whose numbers are names.</summary>
    FirstSample,
}
