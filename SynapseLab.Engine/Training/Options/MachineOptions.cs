using static SynapseLab.Engine.Training.OptionSchema;

namespace SynapseLab.Engine.Training;

/// <summary>Options of device, memory, metrics and checkpoints.</summary>
internal static class MachineOptions
{
    private static readonly string[] s_precisions = ["float32", "bfloat16", "float16"];

    internal static IReadOnlyList<OptionSpec> All { get; } =
    [
        new(nameof(TrainingOptions.Device), OptionKind.Text, OptionTheme.Machine, "Device", "auto (the first GPU, else the CPU), cpu, or cuda:N.",
            o => o.Device, (o, v) => o with { Device = (string)v }),
        Word(nameof(TrainingOptions.Precision), OptionTheme.Machine, "Precision", "bfloat16 is faster on processors and GPUs that have it; float16, with loss scaling, is for older GPUs. Weights and loss stay float32.", "seed mixed", s_precisions,
            o => o.Precision, (o, v) => o with { Precision = v }),
        Whole(nameof(TrainingOptions.MicroBatchSize), OptionTheme.Machine, "Micro-batch", "cubes, 0 = the whole batch", "Cubes that are on the device at once; gradient caching makes the loss that of the whole batch all the same. Batch norms, also those in most methods' heads, have the statistics of each micro-batch.", "seed 0", 0, 65_536,
            o => o.MicroBatchSize, (o, v) => o with { MicroBatchSize = (int)v }),
        Whole(nameof(TrainingOptions.GradientAccumulationSteps), OptionTheme.Machine, "Gradient accumulation", "batches a step", "Averages the gradients of so many batches before each step. It adds no negatives: a larger batch with a small micro-batch does.", "seed 1", 1, 65_536,
            o => o.GradientAccumulationSteps, (o, v) => o with { GradientAccumulationSteps = (int)v }),
        Word(nameof(TrainingOptions.Loading), OptionTheme.Machine, "Loading", "memory keeps all cubes in host memory; stream reads them ahead from the disk in every epoch, within 1 GB for a set of any size; auto keeps them where they fit a quarter of the memory.", "seed all at once", CubeLoading.Names,
            o => o.Loading, (o, v) => o with { Loading = v }).Within(OptionScope.Pipeline(CubeSourceChoice.Synapse)),
        Switch(nameof(TrainingOptions.Distributed), OptionTheme.Machine, "Several processes", "This process is one of several, which torchrun or srun started (docs/cli.md); each batch is divided among them, its loss and gradient stay those of the whole batch.", "seed false",
            o => o.Distributed, (o, v) => o with { Distributed = v }),
        Whole(nameof(TrainingOptions.Processes), OptionTheme.Machine, "Processes", "of this machine", "Starts so many, one per GPU; each batch is divided among them, its loss and gradient stay those of the whole batch.", "seed 1", 1, 1024,
            o => o.Processes, (o, v) => o with { Processes = (int)v })
            .Within(new("a command that starts processes", o => !o.Distributed, _ => "one of several that something else started")),
        Switch(nameof(TrainingOptions.SyncBatchNorm), OptionTheme.Machine, "Shared batch norm", "Whether batch norms take the statistics of all processes' rows instead of each its own.", "",
            o => o.SyncBatchNorm, (o, v) => o with { SyncBatchNorm = v })
            .Within(new("runs of several processes", o => o.Distributed || o.Processes > 1, _ => "one process")),
        Whole(nameof(TrainingOptions.Threads), OptionTheme.Machine, "CPU threads", "0 = as many as cores", "Fewer leave the machine for others.", "", 0, 1024,
            o => o.Threads, (o, v) => o with { Threads = (int)v }),
        Whole(nameof(TrainingOptions.EvaluateEveryEpochs), OptionTheme.Machine, "Metrics every", "epochs, 0 = never", "Embeds all cubes and measures silhouette and Hopkins.", "seed 10", 0, 1_000_000,
            o => o.EvaluateEveryEpochs, (o, v) => o with { EvaluateEveryEpochs = (int)v }),
        Word(nameof(TrainingOptions.BestBy), OptionTheme.Machine, "Best checkpoint by", "Figure that chooses best.pt; knn needs types of the synapses; without metrics it is the loss.", "seed loss", BestFigure.Names,
            o => o.BestBy, (o, v) => o with { BestBy = v }),
        Switch(nameof(TrainingOptions.PauseOnCollapse), OptionTheme.Machine, "Pause on collapse", "Pauses the run when the collapse doctor says that going on is pointless; resume goes on all the same.", "",
            o => o.PauseOnCollapse, (o, v) => o with { PauseOnCollapse = v }),
        Whole(nameof(TrainingOptions.KeepEveryEpochs), OptionTheme.Machine, "Keep a checkpoint every", "epochs, 0 = never", "Beside latest and best, under a name of its own.", "", 0, 1_000_000,
            o => o.KeepEveryEpochs, (o, v) => o with { KeepEveryEpochs = (int)v }),
        Whole(nameof(TrainingOptions.KeepCheckpoints), OptionTheme.Machine, "Checkpoints to keep", "newest, 0 = all", "How many of those are kept.", "", 0, 1_000_000,
            o => o.KeepCheckpoints, (o, v) => o with { KeepCheckpoints = (int)v })
            .Within(new("--keep-every-epochs", o => o.KeepEveryEpochs > 0, _ => "keeps none")),
        Whole(nameof(TrainingOptions.CheckpointEveryEpochs), OptionTheme.Machine, "Checkpoint every", "epochs", "What a crash costs at most.", "seed 10", 1, 1_000_000,
            o => o.CheckpointEveryEpochs, (o, v) => o with { CheckpointEveryEpochs = (int)v }),
        Switch(nameof(TrainingOptions.TensorBoard), OptionTheme.Machine, "TensorBoard", "Writes curves, pictures and options for TensorBoard into tensorboard_logs of the run's folder.", "seeds always",
            o => o.TensorBoard, (o, v) => o with { TensorBoard = v }, "--tensorboard"),
    ];
}
