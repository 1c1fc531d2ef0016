namespace SynapseLab.Torch;

/// <summary>The device has no room for a tensor: use a smaller batch, smaller cubes or a narrower precision.</summary>
public sealed class TorchOutOfMemoryException(string message) : TorchException(message);
