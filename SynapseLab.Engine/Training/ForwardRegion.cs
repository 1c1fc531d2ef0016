using SynapseLab.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>What holds on this thread during forward passes, until disposed: autocast where the precision is not float32, batch norms that several processes share.</summary>
internal sealed class ForwardRegion : IDisposable
{
    private readonly Autocast? _autocast;
    private readonly SynchronizedBatchNorm? _synchronized;

    private ForwardRegion(Autocast? autocast, SynchronizedBatchNorm? synchronized) => (_autocast, _synchronized) = (autocast, synchronized);

    /// <summary>Begins what the options ask for.</summary>
    internal static ForwardRegion Enter(TrainingOptions options, Device device, World? world) =>
        new(Narrow(options, device), options.SyncBatchNorm && world is not null ? SynchronizedBatchNorm.Enter(world.Group) : null);

    /// <inheritdoc />
    public void Dispose()
    {
        _synchronized?.Dispose();
        _autocast?.Dispose();
    }

    private static Autocast? Narrow(TrainingOptions options, Device device) => options.Precision switch
    {
        "bfloat16" => Autocast.Enter(device.type, ScalarType.BFloat16),
        "float16" => Autocast.Enter(device.type, ScalarType.Float16),
        _ => null,
    };
}
