using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Methods;

namespace SynapseLab.Engine.Training;

/// <summary>
/// Everything that decides a run. Written to <c>config.json</c> and into every checkpoint; the same options, cubes and
/// device give the same weights. <see cref="Validate"/> names every value that is out of range.
/// </summary>
public sealed record TrainingOptions
{
    /// <summary>Folder of preprocessed cubes (<c>bboxN_synapses.h5</c>), or of volumes (<c>bboxN.h5</c>) for the pipeline bbox.</summary>
    public string PreprocDir { get; init; } = "";

    /// <summary>Folder this run writes; empty or new, unless <see cref="Resume"/>.</summary>
    public string RunDir { get; init; } = "";

    /// <summary>Name of a method of <see cref="MethodCatalogue"/>. Default simclr.</summary>
    public string Method { get; init; } = "simclr";

    /// <summary>Settings of the method that differ from its defaults. Default none.</summary>
    public MethodParameters MethodParameters { get; init; } = MethodParameters.None;

    /// <summary>synapse (a prepared cube around each synapse) or bbox (random cubes out of whole bounding boxes, domain §4). Default synapse.</summary>
    public string Pipeline { get; init; } = "synapse";

    /// <summary>bbox: edge of a cube in voxels, even, 8 … 512. Default 80.</summary>
    public int CubeSize { get; init; } = 80;

    /// <summary>bbox: cubes an epoch for each bounding box, ≥ 1. Default 10.</summary>
    public int CubesPerBbox { get; init; } = 10;

    /// <summary>bbox: whether raw is z-scored in each cube, not only over its volume. Default true.</summary>
    public bool PerCubeNormalisation { get; init; } = true;

    /// <summary>bbox: draws a sample again, up to 10 times, until its cube has 100 cleft voxels and both views hold some. Default false.</summary>
    public bool MaskAware { get; init; }

    /// <summary>bbox: <see cref="MaskAware"/> from this epoch on, 0-based; −1 is never. Default −1.</summary>
    public int MaskAwareAfterEpoch { get; init; } = -1;

    /// <summary>resnet3d18, resnet3d34, resnet3d50 or vgg3d. Default resnet3d18.</summary>
    public string Backbone { get; init; } = "resnet3d18";

    /// <summary>Feature maps of the first stage, 1 … 256; the stages have width·{1, 2, 4, 8}. Default 64, and 24 where vgg3d is chosen by option or form.</summary>
    public int Width { get; init; } = 64;

    /// <summary>r3d (kernel 3·7·7, stride 1·2·2, no pooling; what the original ran) or k7s2 (kernel 7, stride 2). Default r3d.</summary>
    public string Stem { get; init; } = "r3d";

    /// <summary>Whether the k7s2 stem ends with a max-pool (kernel 3, stride 2); r3d never does. Default true.</summary>
    public bool StemMaxPool { get; init; } = true;

    /// <summary>batch or group (groups of up to 8 channels; small batches do no harm). Default batch.</summary>
    public string Normalisation { get; init; } = "batch";

    /// <summary>From the last feature maps to the embedding: avg, max, avg+max, spp or flatten. Default avg.</summary>
    public string Pooling { get; init; } = "avg";

    /// <summary>vgg3d: 0-based index of the module of features whose output is pooled, 0 … 33; −1 is the last. Default −1.</summary>
    public int LayerNum { get; init; } = -1;

    /// <summary>
    /// What the network wants raw to be: unit, as stored in [0, 1], signed, [−1, 1] (the hemibrain VGG3D), z-score, z-scored in each cube, or
    /// auto: what the network of <see cref="InitialWeights"/> was trained on, else unit. A run that has begun with weights has the word it chose. Default auto.
    /// </summary>
    public string InputScaling { get; init; } = "auto";

    /// <summary>File of weights to begin with: a checkpoint, .safetensors, torchvision's r3d_18, 3D-ResNet, MedicalNet, synister's VGG3D. Default none.</summary>
    public string InitialWeights { get; init; } = "";

    /// <summary>Begins also where the file of <see cref="InitialWeights"/> lacks weights of the backbone, or has others; these are random then. Default false.</summary>
    public bool AllowPartialWeights { get; init; }

    /// <summary>Trains the head only. Default false.</summary>
    public bool FreezeBackbone { get; init; }

    /// <summary>1 … 4: trains that stage and the head only; −1: everything. Default −1.</summary>
    public int StageToFinetune { get; init; } = -1;

    /// <summary>Passes over all cubes, ≥ 1. Default 100.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>Cubes per step, ≥ 2 and at most the number of cubes; each meets 2·(batch − 1) negatives. Default 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>adamw, adam, sgd (momentum 0.9) or lars (momentum 0.9, trust 0.001). Default adamw.</summary>
    public string Optimizer { get; init; } = "adamw";

    /// <summary>Peak learning rate, after warm-up, > 0. Default 0.001.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Weight decay, ≥ 0; 1-D parameters (biases, batch norm) are left out. Default 0.0001.</summary>
    public double WeightDecay { get; init; } = 1e-4;

    /// <summary>Epochs of linear warm-up before the schedule, may be a fraction, ≥ 0; at most half of a short run is warm-up. Default 5.</summary>
    public double WarmupEpochs { get; init; } = 5;

    /// <summary>constant, step, plateau, cosine or warm-restarts; per optimiser step, counted from the warm-up's end. Default cosine.</summary>
    public string Schedule { get; init; } = "cosine";

    /// <summary>step: epochs between falls, > 0, may be a fraction. Default 30.</summary>
    public double StepEpochs { get; init; } = 30;

    /// <summary>step: share of the rate left after each fall, (0, 1]. Default 0.1.</summary>
    public double StepFactor { get; init; } = 0.1;

    /// <summary>plateau: epochs without a better mean loss that are let pass, ≥ 0. Default 10.</summary>
    public int PlateauPatience { get; init; } = 10;

    /// <summary>plateau: share of the rate left after each fall, (0, 1]. Default 0.1.</summary>
    public double PlateauFactor { get; init; } = 0.1;

    /// <summary>warm-restarts: epochs between restarts, > 0, may be a fraction. Default 10.</summary>
    public double RestartEpochs { get; init; } = 10;

    /// <summary>Greatest norm of all gradients together; greater ones are scaled down; 0 = no clipping. Default 0.</summary>
    public double ClipNorm { get; init; }

    /// <summary>Decay of the moving average of the backbone's weights that metrics and the final backbone use, 0 ≤ d &lt; 1; 0 = off. Default 0.</summary>
    public double EmaDecay { get; init; }

    /// <summary>Augmentation preset: seed, strong, vgg, em or bbox (domain §4, §5). Default seed.</summary>
    public string Augmentation { get; init; } = "seed";

    /// <summary>Ranges of the preset vgg; the other presets have none.</summary>
    public AugmentationParameters AugmentationParameters { get; init; } = new();

    /// <summary>float32, or autocast to bfloat16 or float16 (convolutions and products in it, weights and loss in float32); float16 needs a GPU and scales the loss. Default float32.</summary>
    public string Precision { get; init; } = "float32";

    /// <summary>Cubes on the device at once, a divisor of the batch; 0 = the whole batch. With fewer, gradients are cached: the loss stays that of the whole batch. Default 0.</summary>
    public int MicroBatchSize { get; init; }

    /// <summary>
    /// Batches whose gradients are averaged for one optimiser step, ≥ 1, each with its own loss. Unlike <see cref="MicroBatchSize"/> it
    /// adds no negatives: each batch knows only itself. Default 1.
    /// </summary>
    public int GradientAccumulationSteps { get; init; } = 1;

    /// <summary>memory (all cubes stay in host memory, as they are stored), stream (from the disk in every epoch), or auto: memory where they fit a quarter of it. Default auto.</summary>
    public string Loading { get; init; } = "auto";

    /// <summary>Decides initial weights, order of cubes and every augmentation. Default 42.</summary>
    public long Seed { get; init; } = 42;

    /// <summary>Embed and measure every so many epochs, 0 = never. Default 5.</summary>
    public int EvaluateEveryEpochs { get; init; } = 5;

    /// <summary>Figure by which best.pt is chosen: silhouette, loss, rankme, hopkins or knn (needs types: the table's column of types, or words in Var1); without metrics the loss. Default silhouette.</summary>
    public string BestBy { get; init; } = "silhouette";

    /// <summary>Keep a checkpoint of its own (<c>epoch_N.pt</c>) every so many epochs, 0 = never. Default 0.</summary>
    public int KeepEveryEpochs { get; init; }

    /// <summary>Most of those that are kept, the newest; 0 = all. Default 3.</summary>
    public int KeepCheckpoints { get; init; } = 3;

    /// <summary>Pauses the run when the collapse doctor says that going on is pointless. Default false.</summary>
    public bool PauseOnCollapse { get; init; }

    /// <summary>Write <c>latest.pt</c> every so many epochs, ≥ 1. Default 1.</summary>
    public int CheckpointEveryEpochs { get; init; } = 1;

    /// <summary>Write event files for TensorBoard into <c>tensorboard_logs</c> of <see cref="RunDir"/>. Default true.</summary>
    public bool TensorBoard { get; init; } = true;

    /// <summary>auto (cuda:0 when there, else cpu), cpu, or cuda:N. Default auto.</summary>
    public string Device { get; init; } = "auto";

    /// <summary>Train with the processes that torchrun's variables name (<see cref="WorldSettings"/>); <see cref="BatchSize"/> is divided among them. Default false.</summary>
    public bool Distributed { get; init; }

    /// <summary>
    /// Processes of this machine that train together, one for each GPU, or sharing the cores; ≥ 1. They are started by whoever starts the run
    /// (<see cref="LocalProcesses"/>); each of them then has <see cref="Distributed"/>. Default 1.
    /// </summary>
    public int Processes { get; init; } = 1;

    /// <summary>With several processes: batch norms take the statistics of all of them, as one process would. Default false.</summary>
    public bool SyncBatchNorm { get; init; }

    /// <summary>CPU threads of libtorch, 0 = as many as cores. Default 0.</summary>
    public int Threads { get; init; }

    /// <summary>Continue the run in <see cref="RunDir"/> from its <c>latest.pt</c>. Default false.</summary>
    public bool Resume { get; init; }

    /// <summary>Every value that is out of range, in the order of the form; empty when the options can be run.</summary>
    public IReadOnlyList<OptionError> Validate() => OptionRules.Check(this);
}
