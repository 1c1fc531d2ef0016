using SynapseLab.Engine.Methods;

namespace SynapseLab.Engine.Training;

/// <summary>
/// Everything that decides a run. Written to <c>config.json</c> and into every checkpoint; the same options, cubes and
/// device give the same weights. <see cref="Validate"/> names every value that is out of range.
/// </summary>
public sealed record TrainingOptions
{
    /// <summary>Folder of preprocessed cubes (<c>bboxN_synapses.h5</c>).</summary>
    public string PreprocDir { get; init; } = "";

    /// <summary>Folder this run writes; empty or new, unless <see cref="Resume"/>.</summary>
    public string RunDir { get; init; } = "";

    /// <summary>Name of a method of <see cref="MethodCatalogue"/>. Default simclr.</summary>
    public string Method { get; init; } = "simclr";

    /// <summary>Settings of the method that differ from its defaults. Default none.</summary>
    public MethodParameters MethodParameters { get; init; } = MethodParameters.None;

    /// <summary>resnet3d18, resnet3d34 or resnet3d50. Default resnet3d18.</summary>
    public string Backbone { get; init; } = "resnet3d18";

    /// <summary>Feature maps of the first stage, 1 … 256; the stages have width·{1, 2, 4, 8}. Default 64.</summary>
    public int Width { get; init; } = 64;

    /// <summary>r3d (kernel 3·7·7, stride 1·2·2, no pooling; what the original ran) or k7s2 (kernel 7, stride 2). Default r3d.</summary>
    public string Stem { get; init; } = "r3d";

    /// <summary>Whether the k7s2 stem ends with a max-pool (kernel 3, stride 2); r3d never does. Default true.</summary>
    public bool StemMaxPool { get; init; } = true;

    /// <summary>Passes over all cubes, ≥ 1. Default 100.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>Cubes per step, ≥ 2 and at most the number of cubes; each meets 2·(batch − 1) negatives. Default 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>adamw or sgd (momentum 0.9). Default adamw.</summary>
    public string Optimizer { get; init; } = "adamw";

    /// <summary>Peak learning rate, after warm-up, > 0. Default 0.001.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Weight decay, ≥ 0; 1-D parameters (biases, batch norm) are left out. Default 0.0001.</summary>
    public double WeightDecay { get; init; } = 1e-4;

    /// <summary>Epochs of linear warm-up before the cosine, may be a fraction, ≥ 0; at most half of a short run is warm-up. Default 5.</summary>
    public double WarmupEpochs { get; init; } = 5;

    /// <summary>Augmentation preset: seed (domain §5). Default seed.</summary>
    public string Augmentation { get; init; } = "seed";

    /// <summary>float32 or bfloat16 (autocast: convolutions and products in bfloat16, weights and loss in float32). Default float32.</summary>
    public string Precision { get; init; } = "float32";

    /// <summary>Cubes on the device at once, a divisor of the batch; 0 = the whole batch. With fewer, gradients are cached: the loss stays that of the whole batch. Default 0.</summary>
    public int MicroBatchSize { get; init; }

    /// <summary>Decides initial weights, order of cubes and every augmentation. Default 42.</summary>
    public long Seed { get; init; } = 42;

    /// <summary>Embed and measure every so many epochs, 0 = never. Default 5.</summary>
    public int EvaluateEveryEpochs { get; init; } = 5;

    /// <summary>Write <c>latest.pt</c> every so many epochs, ≥ 1. Default 1.</summary>
    public int CheckpointEveryEpochs { get; init; } = 1;

    /// <summary>Write event files for TensorBoard into <c>tensorboard_logs</c> of <see cref="RunDir"/>. Default true.</summary>
    public bool TensorBoard { get; init; } = true;

    /// <summary>auto (cuda:0 when there, else cpu), cpu, or cuda:N. Default auto.</summary>
    public string Device { get; init; } = "auto";

    /// <summary>CPU threads of libtorch, 0 = as many as cores. Default 0.</summary>
    public int Threads { get; init; }

    /// <summary>Continue the run in <see cref="RunDir"/> from its <c>latest.pt</c>. Default false.</summary>
    public bool Resume { get; init; }

    /// <summary>Every value that is out of range, in the order of the form; empty when the options can be run.</summary>
    public IReadOnlyList<OptionError> Validate() => OptionRules.Check(this);
}

/// <summary>One option that is out of range.</summary>
/// <param name="Option">Property name in <see cref="TrainingOptions"/>.</param>
/// <param name="Message">What was expected and what came.</param>
public sealed record OptionError(string Option, string Message);
