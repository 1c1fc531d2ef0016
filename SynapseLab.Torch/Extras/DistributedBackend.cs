namespace SynapseLab.Torch;

/// <summary>What carries tensors between the processes of a <see cref="ProcessGroup"/>; mirrors DistributedBackend in native/src/distributed.cpp.</summary>
public enum DistributedBackend
{
    /// <summary>Tensors on the CPU, over TCP.</summary>
    Gloo = 1,

    /// <summary>Tensors on NVIDIA GPUs.</summary>
    Nccl = 2,
}
