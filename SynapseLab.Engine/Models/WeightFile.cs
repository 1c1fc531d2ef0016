using SynapseLab.Torch.Serialization;

namespace SynapseLab.Engine.Models;

/// <summary>Opens a file of weights, whoever wrote it.</summary>
public static class WeightFile
{
    /// <summary>
    /// What a .safetensors or a PyTorch file (.pt, .pth, .checkpoint …) holds: a state dict, or a checkpoint around one. Only
    /// values and tensors are read; a pickle that asks for anything else is refused, and nothing in it is run.
    /// </summary>
    /// <exception cref="EngineException">The file is missing, cannot be read, is another kind of file, or is damaged.</exception>
    public static TorchDictionary Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new EngineException($"The checkpoint {path} does not exist.");
        }

        try
        {
            return path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase)
                ? TorchDictionary.StateDict(SafetensorsFile.Read(path))
                : TorchFile.ReadDictionary(path);
        }
        catch (TorchFileException e)
        {
            throw new EngineException(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"The checkpoint {path} cannot be read: {e.Message} Check the disk and the file's permissions.", e);
        }
    }
}
