using SynapseLab.Torch.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>
/// Puts weights of other networks into a backbone: our own checkpoints, .safetensors, plain state dicts, torchvision's r3d_18,
/// 3D-ResNets, MedicalNet and synister's VGG3D. What fits is taken, the rest keeps its values, and the report says which. Batch norms'
/// counters are taken too and never counted: they fit any width, and no network is the better for them.
/// </summary>
public static class WeightImport
{
    private static readonly string[] s_otherHeads = ["fc.", "conv_seg.", "classifier.", "projection.", "projection_head.", "projector.", "predictor."];

    /// <summary>From a file.</summary>
    /// <exception cref="EngineException">The file cannot be read, or none of its weights fits.</exception>
    public static WeightImportReport Into(Backbone backbone, string path) => Into(backbone, WeightFile.Read(path), Path.GetFileName(path));

    /// <summary>From a state dict, or a checkpoint around one.</summary>
    /// <exception cref="EngineException">None of its weights fits.</exception>
    public static WeightImportReport Into(Backbone backbone, TorchDictionary file, string source)
    {
        using var scope = NewDisposeScope();
        var named = WeightNames.Read(file);
        var own = backbone.state_dict();
        var taken = new Dictionary<string, Tensor>();
        List<string> matched = [], adapted = [], mismatches = [];
        foreach (var (name, target) in own)
        {
            if (named.Find(name) is not { } weight)
            {
                continue;
            }

            if (weight.Shape.SequenceEqual(target.shape))
            {
                taken[name] = weight.ToTensor();
                if (!IsCounter(name))
                {
                    matched.Add(name);
                }
            }
            else if (name == backbone.FirstConvolution && WeightAdaptation.InputChannels(name, weight, target.shape) is { } channels)
            {
                taken[name] = channels.Weight;
                adapted.Add(channels.How);
            }
            else
            {
                mismatches.Add($"{name}: ({string.Join(", ", weight.Shape)}) in the file, ({string.Join(", ", target.shape)}) wanted");
            }
        }

        adapted.AddRange(AddShortcuts(named, own, taken));
        string[] left = [.. named.Weights.Keys.Select(key => (string)key).Where(name => !own.ContainsKey(name))];
        var ignored = left.Where(name => s_otherHeads.Any(head => name.StartsWith(head, StringComparison.Ordinal))).ToList();
        string[] missing = [.. own.Keys.Where(name => named.Find(name) is null && !taken.ContainsKey(name) && !IsCounter(name))];
        string? holds = BackboneInference.Words(named);
        var report = new WeightImportReport(source, named.Origin, matched, adapted, missing, [.. left.Except(ignored)], mismatches, [.. ignored, .. named.Beside]) { Holds = holds };
        if (report.TakenCount == 0)
        {
            string found = holds is null ? "" : $" It holds {holds}.";
            throw new EngineException(
                $"No weight of {source} fits {backbone.Options.Words}: its names are {string.Join(", ", named.Weights.Keys.Take(4))} ….{found} Choose the backbone that the file was trained with.");
        }

        backbone.load_state_dict(taken, strict: false);
        return report;
    }

    /// <summary>Stands in for the shortcuts of a network that has none with weights; says so.</summary>
    private static IEnumerable<string> AddShortcuts(NamedWeights named, Dictionary<string, Tensor> own, Dictionary<string, Tensor> taken)
    {
        const string Convolution = "downsample.0.weight";
        bool hasShortcuts = named.Weights.Keys.Any(key => ((string)key).Contains(".downsample.", StringComparison.Ordinal));
        if (hasShortcuts || named.Find("layer1.0.conv1.weight") is null)
        {
            yield break;
        }

        foreach (string name in own.Keys.Where(name => name.EndsWith(Convolution, StringComparison.Ordinal)))
        {
            string block = name[..^Convolution.Length];
            if (!own.ContainsKey($"{block}downsample.1.running_mean"))
            {
                continue; // a group norm cannot pass values through unchanged
            }

            foreach (var (part, value) in WeightAdaptation.ParameterFreeShortcut(block, own[name].shape))
            {
                taken[part] = value;
            }

            yield return $"{block}downsample: set to the weightless type-A shortcut";
        }
    }

    /// <summary>Batches seen; PyTorch counts them since 0.4.1 only, and nothing but a momentum of None uses the number.</summary>
    private static bool IsCounter(string name) => name.EndsWith("num_batches_tracked", StringComparison.Ordinal);
}
