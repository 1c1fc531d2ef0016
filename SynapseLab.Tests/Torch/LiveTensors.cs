using SynapseLab.Torch;

namespace SynapseLab.Tests.Torch;

/// <summary>The count of native tensors in a process in which earlier tests left some to the collector.</summary>
internal static class LiveTensors
{
    /// <summary>
    /// The count to compare with, once all that earlier tests dropped without disposing is gone: the finalizer thread would otherwise take
    /// it away between two counts. What the counted code itself leaks is made after this, and stays counted.
    /// </summary>
    internal static long CountBefore()
    {
#pragma warning disable RS0030 // banned because it hides leaks; here it runs before the code whose leaks are counted
        GC.Collect();
#pragma warning restore RS0030
        GC.WaitForPendingFinalizers();
        return TorchRuntime.LiveTensorCount;
    }
}
