using System.Runtime.InteropServices;

namespace SynapseLab.Torch;

/// <summary>libtorch refused an operation; the message is libtorch's own. TorchSharp throws its base class.</summary>
public class TorchException(string message) : ExternalException(message);
