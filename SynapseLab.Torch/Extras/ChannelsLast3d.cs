using TorchSharp;

namespace SynapseLab.Torch;

/// <summary>
/// The channels-last layout of volumes: (N, C, D, H, W) stored as N, D, H, W, C. On GPUs with tensor cores 3-D convolutions in bfloat16 run
/// faster in it; shapes and results stay the same.
/// </summary>
public static class ChannelsLast3d
{
    /// <summary>Whether this build can change the layout.</summary>
    public static bool IsSupported
#if TORCHSHARP_PACKAGE
        => false;
#else
        => true;
#endif

    /// <summary>The tensor in channels-last order; itself when it is so already.</summary>
    /// <param name="volumes">(N, C, D, H, W).</param>
    /// <exception cref="NotSupportedException">The TorchSharp packages provide libtorch; they have no such layout.</exception>
    public static torch.Tensor Apply(torch.Tensor volumes)
    {
#if TORCHSHARP_PACKAGE
        throw new NotSupportedException("The TorchSharp packages know no channels-last-3d layout; build with -p:TorchProvider=own.");
#else
        return volumes.Contiguous(torch.MemoryFormat.ChannelsLast3d);
#endif
    }

    /// <summary>Puts the 5-D parameters of a network into channels-last order, in place.</summary>
    /// <exception cref="NotSupportedException">The TorchSharp packages provide libtorch; they have no such layout.</exception>
    public static void ApplyTo(torch.nn.Module network)
    {
#if TORCHSHARP_PACKAGE
        throw new NotSupportedException("The TorchSharp packages know no channels-last-3d layout; build with -p:TorchProvider=own.");
#else
        network.Convert(null, null, torch.MemoryFormat.ChannelsLast3d);
#endif
    }

    /// <summary>Whether the elements lie in channels-last order.</summary>
    public static bool IsApplied(torch.Tensor volumes)
    {
#if TORCHSHARP_PACKAGE
        throw new NotSupportedException("The TorchSharp packages know no channels-last-3d layout; build with -p:TorchProvider=own.");
#else
        return volumes.IsContiguous(torch.MemoryFormat.ChannelsLast3d);
#endif
    }
}
