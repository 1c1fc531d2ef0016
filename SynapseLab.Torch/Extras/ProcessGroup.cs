using TorchSharp;
#if !TORCHSHARP_PACKAGE
using TorchSharp.Interop;
#endif

namespace SynapseLab.Torch;

/// <summary>
/// Several processes that compute one thing together (c10d, which torch.distributed is in Python, too). Every process calls the
/// same operations in the same order with tensors of one shape and type; each call waits for all the others. An operation fails
/// with <see cref="TorchException"/> when another process has gone, or has not come within the timeout; the group is of no use then.
/// </summary>
public sealed class ProcessGroup : IDisposable
{
#if TORCHSHARP_PACKAGE
    private const string Missing = "Process groups are not in the TorchSharp packages; build with -p:TorchProvider=own.";
#else
    private readonly ProcessGroupHandle _handle;
    private readonly int _device;
#endif

    /// <summary>Joins the other processes.</summary>
    /// <param name="backend">Gloo for tensors on the CPU, NCCL for those on GPUs.</param>
    /// <param name="meeting">Where they meet; may be left afterwards.</param>
    /// <param name="timeout">How long to wait for the others, here and in each operation; at least 1 ms.</param>
    /// <param name="device">The GPU of this process, for NCCL.</param>
    /// <exception cref="TorchException">The backend is not there, or the others did not come in time.</exception>
    /// <exception cref="ArgumentException">The timeout is out of range.</exception>
    /// <exception cref="NotSupportedException">The TorchSharp packages provide libtorch; they have no process groups.</exception>
    public ProcessGroup(DistributedBackend backend, ProcessMeeting meeting, TimeSpan timeout, int device = 0)
    {
        var address = meeting.Address;
        (Backend, Rank, WorldSize) = (backend, address.Rank, address.WorldSize);
#if TORCHSHARP_PACKAGE
        throw new NotSupportedException(Missing);
#else
        _device = device;
        NativeMethods.SLDistributed_create(
            (int)backend, meeting.Handle, address.Host, address.Rank, address.WorldSize, (long)timeout.TotalMilliseconds, out _handle)
            .ThrowIfFailed("distributed.init_process_group");
#endif
    }

    /// <summary>What carries the tensors.</summary>
    public DistributedBackend Backend { get; }

    /// <summary>This process, 0 … <see cref="WorldSize"/> − 1.</summary>
    public int Rank { get; }

    /// <summary>Number of processes.</summary>
    public int WorldSize { get; }

    /// <summary>Whether this libtorch and shim have a backend; NCCL also needs a GPU.</summary>
    public static bool IsAvailable(DistributedBackend backend)
    {
#if TORCHSHARP_PACKAGE
        return false;
#else
        NativeMethods.SLDistributed_is_available((int)backend, out int result).ThrowIfFailed("distributed.is_available");
        return result != 0;
#endif
    }

    /// <summary>Turns a tensor, in place, into the sum over all processes, equal bit for bit in all of them. Contiguous, any shape.</summary>
    /// <exception cref="TorchException">Another process has gone, or has another shape.</exception>
    public void AllReduce(torch.Tensor tensor)
    {
#if TORCHSHARP_PACKAGE
        throw new NotSupportedException(Missing);
#else
        NativeMethods.SLDistributed_all_reduce(_handle, tensor.Handle).ThrowIfFailed("distributed.all_reduce");
#endif
    }

    /// <summary>
    /// The sum over all processes as a new tensor, through which gradients flow: the gradient of the input is the sum of all
    /// processes' gradients of the result, so every process must go back through it.
    /// </summary>
    /// <exception cref="TorchException">As <see cref="AllReduce"/>.</exception>
    public torch.Tensor AllReduceDifferentiable(torch.Tensor tensor)
    {
#if TORCHSHARP_PACKAGE
        throw new NotSupportedException(Missing);
#else
        NativeMethods.SLDistributed_all_reduce_differentiable(_handle, tensor.Handle, out TensorHandle result).ThrowIfFailed("distributed.all_reduce");
        return new torch.Tensor(result);
#endif
    }

    /// <summary>The tensors of all processes in the order of their ranks, new ones without gradients; all of one shape.</summary>
    /// <exception cref="TorchException">As <see cref="AllReduce"/>.</exception>
    public torch.Tensor[] AllGather(torch.Tensor tensor)
    {
#if TORCHSHARP_PACKAGE
        throw new NotSupportedException(Missing);
#else
        nint[] results = new nint[WorldSize];
        NativeMethods.SLDistributed_all_gather(_handle, tensor.Handle, results, results.Length).ThrowIfFailed("distributed.all_gather");
        return TensorList.Adopt(results)!;
#endif
    }

    /// <summary>Overwrites a tensor, in place, with what one process has. Contiguous, of that process's shape.</summary>
    /// <exception cref="TorchException">As <see cref="AllReduce"/>.</exception>
    public void Broadcast(torch.Tensor tensor, int root)
    {
#if TORCHSHARP_PACKAGE
        throw new NotSupportedException(Missing);
#else
        NativeMethods.SLDistributed_broadcast(_handle, tensor.Handle, root).ThrowIfFailed("distributed.broadcast");
#endif
    }

    /// <summary>Waits until every process has come here.</summary>
    /// <exception cref="TorchException">As <see cref="AllReduce"/>.</exception>
    public void Barrier()
    {
#if TORCHSHARP_PACKAGE
        throw new NotSupportedException(Missing);
#else
        NativeMethods.SLDistributed_barrier(_handle, _device).ThrowIfFailed("distributed.barrier");
#endif
    }

    /// <summary>Leaves the group.</summary>
    public void Dispose()
    {
#if !TORCHSHARP_PACKAGE
        _handle.Dispose();
#endif
    }
}
