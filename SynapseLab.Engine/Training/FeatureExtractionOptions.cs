namespace SynapseLab.Engine.Training;

/// <summary>Whose features of which cubes are taken, and where they go.</summary>
/// <param name="CheckpointPath">A run's checkpoint, or a network's weights as <see cref="Models.WeightImport"/> knows them.</param>
/// <param name="PreprocDir">Folder of prepared cubes with the channels the network was trained on.</param>
/// <param name="OutputDir">Folder for the two files; made when missing.</param>
public sealed record FeatureExtractionOptions(string CheckpointPath, string PreprocDir, string OutputDir)
{
    /// <summary>The seed's layer: first convolution of a VGG3D's third stage.</summary>
    public const int DefaultLayer = 20;

    /// <summary>vgg3d: 0-based index of the module of features, 0 … 33, −1 for the last; null: <see cref="DefaultLayer"/>. Other networks have none.</summary>
    public int? LayerNum { get; init; }

    /// <summary>From feature maps to features: avg, max, avg+max, spp or flatten; null: that of <see cref="DefaultPooling"/> for a run, avg for weights of others. Default null.</summary>
    public string? Pooling { get; init; }

    /// <summary>unit, signed or z-score; null: what the run's network has seen (z-scored raw after the pipeline bbox), signed for a VGG3D with a classifier, else unit. Default null.</summary>
    public string? InputScaling { get; init; }

    /// <summary>auto, cpu or cuda:N. Default auto.</summary>
    public string Device { get; init; } = "auto";

    /// <summary>The pooling that features of a run's network have unless another is asked for: the run's, but avg for another layer than the run's own.</summary>
    /// <param name="run">Options of the run.</param>
    /// <param name="layer">vgg3d: module of features, 0 … 33, −1 for the last; other networks have none, and always the run's pooling.</param>
    public static string DefaultPooling(TrainingOptions run, int layer)
    {
        ArgumentNullException.ThrowIfNull(run);
        bool isOwn = run.Backbone != "vgg3d" || Module(layer) == Module(run.LayerNum);
        return isOwn ? run.Pooling : "avg"; // flatten keeps every voxel, and the maps of an earlier layer are large: 768,000 values at layer 20

        static int Module(int number) => new Models.Vgg3dOptions(LayerNum: number).LastLayer;
    }

    /// <summary>Throws when a value is out of its range, whatever the checkpoint.</summary>
    /// <exception cref="EngineException">Names the value, what was expected and what came.</exception>
    public void ThrowIfInvalid()
    {
        if (LayerNum is < -1 or > 33)
        {
            throw new EngineException($"Expected a layer number of 0 … 33, or -1 for the last, got {LayerNum}.");
        }

        if (Pooling is { } pooling)
        {
            Models.FeaturePoolings.Parse(pooling);
        }

        if (InputScaling is { } scaling)
        {
            Models.InputScalings.Parse(scaling);
        }

        if (!OptionRules.IsDeviceName(Device))
        {
            throw new EngineException($"Expected the device auto, cpu or cuda:N, got '{Device}'.");
        }
    }
}
