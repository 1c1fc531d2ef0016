using SynapseLab.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>
/// The processes that train one network together, seen from one of them. Every process calls the same members in the same
/// order. Tensors travel through NCCL where the networks are on GPUs and NCCL is there, else through the CPU by Gloo.
/// </summary>
internal sealed class World : IDisposable
{
    /// <summary>In the sentence of a process that ends because another one did.</summary>
    internal const string LostAnother = "lost another process of the run";

    private readonly WorldSettings _settings;
    private readonly ProcessGroup _group;
    private readonly Device _carrier; // where tensors travel

    private World(WorldSettings settings, ProcessGroup group, Device device, Device carrier) => (_settings, _group, Device, _carrier) = (settings, group, device, carrier);

    internal int Size => _settings.WorldSize;

    internal int Rank => _settings.Rank;

    /// <summary>Whether this process writes the run's files.</summary>
    internal bool IsFirst => _settings.IsFirst;

    /// <summary>Processes on this machine.</summary>
    internal int ProcessesHere => _settings.LocalWorldSize;

    /// <summary>Where this process's networks are.</summary>
    internal Device Device { get; }

    internal ProcessGroup Group => _group;

    /// <summary>Meets the other processes.</summary>
    /// <param name="settings">Which process this is.</param>
    /// <param name="device">Where its networks are.</param>
    /// <param name="say">Hears whom it waits for, where some are late.</param>
    /// <exception cref="EngineException">They did not come, or this libtorch has no process groups.</exception>
    internal static World Join(WorldSettings settings, Device device, Action<string> say)
    {
        bool onGpus = device.type == DeviceType.CUDA && ProcessGroup.IsAvailable(DistributedBackend.Nccl);
        var backend = onGpus ? DistributedBackend.Nccl : DistributedBackend.Gloo;
        if (!ProcessGroup.IsAvailable(backend))
        {
            throw new EngineException("This build has no process groups: install libgloo-dev beside libtorch-dev and build again, or leave out --distributed.");
        }

        using var meeting = new RollCall(settings, say).Meet();
        try
        {
            return new World(settings, new ProcessGroup(backend, meeting, settings.Timeout, Math.Max(0, device.index)), device, onGpus ? device : CPU);
        }
        catch (TorchException e)
        {
            throw new EngineException(
                $"The {settings.WorldSize} processes of the run met at {settings.Host}:{settings.Port}, and could not be connected with each other (rank {settings.Rank}): {e.Message}. "
                + "Check that their machines reach each other beside that port; GLOO_SOCKET_IFNAME and NCCL_SOCKET_IFNAME name the network interface.", e);
        }
    }

    /// <summary>Rows of this process's views → rows of the whole batch, views one after the other. No gradients flow through it.</summary>
    /// <exception cref="PeerOutOfMemoryException">Another process ran out of memory on the way here.</exception>
    internal Tensor[] Gather(IReadOnlyList<Tensor> own, int viewsPerCube)
    {
        var byOutput = own.Select(rows => AllGather(rows.detach())).ToArray(); // outputs × ranks
        Tensor[][] byRank = [.. Enumerable.Range(0, Size).Select(rank => byOutput.Select(ranks => ranks[rank]).ToArray())];
        return ViewRows.Join(byRank, viewsPerCube);
    }

    /// <summary>Turns the gradients of every process's rows, in place, into those of the whole batch.</summary>
    /// <exception cref="PeerOutOfMemoryException">Another process ran out of memory on the way here.</exception>
    internal void SumGradients(IEnumerable<Tensor> parameters)
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        foreach (var kind in parameters.Select(parameter => parameter.grad).OfType<Tensor>().GroupBy(gradient => gradient.dtype))
        {
            Tensor[] gradients = [.. kind];
            var all = cat([.. gradients.Select(gradient => gradient.flatten())]).to(_carrier); // one message for all parameters
            RequireMemoryEverywhere();
            Try(() => _group.AllReduce(all));
            long start = 0;
            foreach (var gradient in gradients)
            {
                gradient.copy_(all.narrow(0, start, gradient.numel()).view(gradient.shape));
                start += gradient.numel();
            }
        }
    }

    /// <summary>Whether it holds in any process.</summary>
    internal bool Any(bool here)
    {
        using var count = tensor([here ? 1f : 0f]).to(_carrier);
        Try(() => _group.AllReduce(count));
        return count.ToSingle() > 0;
    }

    /// <summary>
    /// Stands before every exchange of a step, and at its end: a process whose memory ran out answers here in place of the exchange
    /// (<see cref="TellOutOfMemory"/>), so that all leave the step together.
    /// </summary>
    /// <exception cref="PeerOutOfMemoryException">Another process ran out of memory.</exception>
    internal void RequireMemoryEverywhere()
    {
        if (Any(false))
        {
            throw new PeerOutOfMemoryException();
        }
    }

    /// <summary>Tells the others, who wait in <see cref="RequireMemoryEverywhere"/>, that this process's memory ran out.</summary>
    internal void TellOutOfMemory() => Any(true);

    /// <summary>Numbers of the devices on rank 0's machine, by rank, each process giving its own; all ask together.</summary>
    /// <param name="own">Of this process's GPU; 0 on the CPU.</param>
    internal int[] DevicesOfFirstMachine(int own)
    {
        using var scope = NewDisposeScope();
        return [.. AllGather(tensor([(long)own])).Take(ProcessesHere).Select(number => (int)number.ToInt64())];
    }

    /// <summary>Rank 0's bytes, in every process.</summary>
    internal byte[] Broadcast(byte[]? first)
    {
        using var scope = NewDisposeScope();
        var length = tensor([(long)(first?.Length ?? 0)]).to(_carrier);
        Try(() => _group.Broadcast(length, root: 0));
        var bytes = (first is null ? empty([length.ToInt64()], ScalarType.Byte) : tensor(first)).to(_carrier);
        Try(() => _group.Broadcast(bytes, root: 0));
        return bytes.cpu().data<byte>().ToArray();
    }

    /// <summary>Runs what waits for other processes on its way.</summary>
    /// <exception cref="EngineException">One of them has ended or does not answer.</exception>
    internal T Try<T>(Func<T> exchange)
    {
        try
        {
            return exchange();
        }
        catch (TorchException e) when (e is not TorchOutOfMemoryException)
        {
            throw new EngineException(
                $"Rank {Rank} of {Size} {LostAnother}, which has ended or has not answered within {_settings.Timeout.TotalMinutes:0.#} minutes; its own message says why. "
                + "The last checkpoint is kept: start all processes again with --resume.", e);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _group.Dispose();

    private void Try(Action exchange) => Try(() =>
    {
        exchange();
        return true;
    });

    /// <summary>Narrow types travel as float32, which both backends carry.</summary>
    private Tensor[] AllGather(Tensor own)
    {
        using var scope = NewDisposeScope();
        var wide = own.dtype is ScalarType.BFloat16 or ScalarType.Float16 ? own.to(ScalarType.Float32) : own;
        var travelling = wide.to(_carrier).contiguous();
        RequireMemoryEverywhere();
        return [.. Try(() => _group.AllGather(travelling)).Select(rows => rows.to(own.device).MoveToOuterDisposeScope())];
    }
}
