namespace TorchSharp;

public static partial class torch
{
    /// <summary>How values outside of the input are made up.</summary>
    public enum PaddingModes
    {
        Zeros = 0,
        Reflect = 1,
        Replicate = 2,
        Circular = 3,
        Constant = 4,
    }

    /// <summary>How interpolation reads between elements.</summary>
    public enum InterpolationMode
    {
        Nearest = 0,
        Linear = 1,
        Bilinear = 2,
        Bicubic = 3,
        Trilinear = 4,
        Area = 5,
    }

    /// <summary>How grid_sample reads between elements; on volumes Bilinear means trilinear. Numbered as in libtorch.</summary>
    public enum GridSampleMode
    {
        Bilinear = 0,
        Nearest = 1,
    }

    /// <summary>What grid_sample reads outside of the input; numbered as in libtorch.</summary>
    public enum GridSamplePaddingMode
    {
        Zeros = 0,
        Border = 1,
        Reflection = 2,
    }

    public static partial class nn
    {
        /// <summary>What a loss does with the losses of single elements; numbered as in libtorch.</summary>
        public enum Reduction
        {
            None = 0,
            Mean = 1,
            Sum = 2,
        }
    }
}
