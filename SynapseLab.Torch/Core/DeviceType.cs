namespace TorchSharp;

/// <summary>Kinds of devices, numbered as libtorch's c10::DeviceType.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,

    /// <summary>An NVIDIA GPU.</summary>
    CUDA = 1,
}
