namespace TorchSharp;

public static partial class torch
{
    /// <summary>Order of the dimensions in memory, numbered as libtorch's c10::MemoryFormat.</summary>
    internal enum MemoryFormat
    {
        Contiguous = 0,
        Preserve = 1,
        ChannelsLast = 2,
        ChannelsLast3d = 3,
    }
}
