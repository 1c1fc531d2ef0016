using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Process groups of c10d (native/src/distributed.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLDistributed_is_available(int backend, out int result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SLDistributed_meet(
        string host, int port, string prefix, int isServer, int rank, int worldSize, long timeoutMilliseconds, out MeetingHandle result);

    [LibraryImport(Library)]
    internal static partial int SLDistributed_has_arrived(MeetingHandle meeting, int rank, out int result);

    [LibraryImport(Library)]
    internal static partial int SLDistributed_leave(nint meeting);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SLDistributed_create(
        int backend, MeetingHandle meeting, string host, int rank, int worldSize, long timeoutMilliseconds, out ProcessGroupHandle result);

    [LibraryImport(Library)]
    internal static partial int SLDistributed_dispose(nint group);

    [LibraryImport(Library)]
    internal static partial int SLDistributed_all_reduce(ProcessGroupHandle group, TensorHandle tensor);

    [LibraryImport(Library)]
    internal static partial int SLDistributed_all_reduce_differentiable(ProcessGroupHandle group, TensorHandle tensor, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLDistributed_all_gather(ProcessGroupHandle group, TensorHandle tensor, nint[] results, long capacity);

    [LibraryImport(Library)]
    internal static partial int SLDistributed_broadcast(ProcessGroupHandle group, TensorHandle tensor, int root);

    [LibraryImport(Library)]
    internal static partial int SLDistributed_barrier(ProcessGroupHandle group, int deviceIndex);
}
