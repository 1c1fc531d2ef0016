using TorchSharp;

namespace SynapseLab.Torch;

/// <summary>The state of a device's default generator, from which dropout and unseeded draws come; part of a checkpoint.</summary>
public static class RandomState
{
    /// <summary>A CPU tensor of bytes whose layout belongs to libtorch; the caller disposes it.</summary>
    /// <exception cref="NotSupportedException">A GPU, with the TorchSharp packages.</exception>
    public static torch.Tensor Get(torch.Device device)
    {
#if TORCHSHARP_PACKAGE
        RequireCpu(device);
        return torch.get_rng_state();
#else
        using torch.Generator generator = torch.Generator.DefaultOf(device);
        return generator.get_state();
#endif
    }

    /// <summary>Continues exactly where the state was taken, on the same kind of device and libtorch.</summary>
    /// <exception cref="NotSupportedException">A GPU, with the TorchSharp packages.</exception>
    public static void Set(torch.Device device, torch.Tensor state)
    {
#if TORCHSHARP_PACKAGE
        RequireCpu(device);
        torch.set_rng_state(state);
#else
        using torch.Generator generator = torch.Generator.DefaultOf(device);
        generator.set_state(state);
#endif
    }

#if TORCHSHARP_PACKAGE
    private static void RequireCpu(torch.Device device)
    {
        if (device.type != DeviceType.CPU)
        {
            throw new NotSupportedException("With the TorchSharp packages only the CPU's default generator can be read; build with -p:TorchProvider=own.");
        }
    }
#endif
}
