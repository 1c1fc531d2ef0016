using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>Moving modules and converting their parameters; each returns the module itself.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Moves parameters and buffers to a device.</summary>
    public static T to<T>(this T module, torch.Device device)
        where T : torch.nn.Module
    {
        module.Convert(null, device);
        return module;
    }

    /// <summary>Moves parameters and buffers to the device of that name.</summary>
    public static T to<T>(this T module, string device)
        where T : torch.nn.Module
        => module.to(new torch.Device(device));

    /// <summary>Moves parameters and buffers to a device.</summary>
    public static T to<T>(this T module, DeviceType type, int deviceIndex = -1)
        where T : torch.nn.Module
        => module.to(new torch.Device(type, deviceIndex));

    /// <summary>Converts floating-point parameters and buffers to another element type.</summary>
    public static T to<T>(this T module, torch.ScalarType type)
        where T : torch.nn.Module
    {
        module.Convert(type, null);
        return module;
    }

    /// <summary>Moves and converts.</summary>
    public static T to<T>(this T module, torch.Device device, torch.ScalarType type)
        where T : torch.nn.Module
    {
        module.Convert(type, device);
        return module;
    }

    /// <summary>Moves parameters and buffers to the CPU.</summary>
    public static T cpu<T>(this T module)
        where T : torch.nn.Module
        => module.to(torch.CPU);

    /// <summary>Moves parameters and buffers to a GPU.</summary>
    public static T cuda<T>(this T module, int deviceIndex = -1)
        where T : torch.nn.Module
        => module.to(DeviceType.CUDA, deviceIndex);
}

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            // The objects stay the same (optimizers hold them); only the memory behind them is exchanged.
            internal void Convert(ScalarType? type, Device? device, MemoryFormat format = MemoryFormat.Preserve)
            {
                using IDisposable noGrad = no_grad();
                foreach (Tensor tensor in parameters().Cast<Tensor>().Concat(buffers()))
                {
                    // Counters such as num_batches_tracked keep their whole numbers.
                    ScalarType? target = tensor.dtype is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64 ? type : null;
                    MemoryFormat order = format == MemoryFormat.ChannelsLast3d && tensor.ndim != 5 ? MemoryFormat.Preserve : format;
                    using Tensor moved = tensor.Convert(target, device, copy: false, disposeAfter: false, nonBlocking: false, order);
                    tensor.ReplaceData(moved);
                    using Tensor? gradient = tensor.grad;
                    if (gradient is not null)
                    {
                        tensor.grad = null;
                    }
                }
            }
        }
    }
}
