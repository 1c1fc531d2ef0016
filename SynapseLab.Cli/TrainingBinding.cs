using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary>One option of <c>train</c> and the value of <see cref="TrainingOptions"/> that it sets when it is given.</summary>
internal sealed record TrainingBinding(Option Option, Func<TrainingOptions, ParseResult, TrainingOptions> Apply)
{
    private static readonly TrainingOptions s_defaults = new();

    /// <summary>All options, in the order of the help.</summary>
    public static IReadOnlyList<TrainingBinding> All() =>
    [
        Of(OptionFactory.Text("--preproc-dir", "Folder of prepared cubes (from preprocess).", "DIR"), (o, v) => o with { PreprocDir = v! }),
        Of(OptionFactory.Text("--run-name", "The seed's way to name a run: the same as --run-dir runs/NAME.", "NAME"), (o, v) => o with { RunDir = Path.Combine("runs", v!) }),
        Of(OptionFactory.Text("--run-dir", "Folder of this run; new or empty unless --resume.", "DIR"), (o, v) => o with { RunDir = v! }),
        Of(OptionFactory.Switch("--resume", "Go on from the run's latest checkpoint, with the run's own options."), (o, v) => o with { Resume = v }),
        Of(OptionFactory.Text("--backbone", $"resnet3d18, resnet3d34 or resnet3d50{Default(s_defaults.Backbone)}.", "NAME"), (o, v) => o with { Backbone = v! }),
        Of(OptionFactory.Whole("--width", $"Feature maps of the first stage{Default(s_defaults.Width)}."), (o, v) => o with { Width = v!.Value }),
        Of(OptionFactory.Text("--stem", $"First layers: r3d or k7s2{Default(s_defaults.Stem)}.", "NAME"), (o, v) => o with { Stem = v! }),
        Of(new Option<bool?>("--stem-max-pool") { Description = $"Whether the k7s2 stem pools{Default(s_defaults.StemMaxPool)}.", HelpName = "true|false" }, (o, v) => o with { StemMaxPool = v ?? true }),
        Of(OptionFactory.Whole("--projection-hidden", $"Hidden width of the projection head{Default(s_defaults.ProjectionHidden)}."), (o, v) => o with { ProjectionHidden = v!.Value }),
        Of(OptionFactory.Whole("--projection-output", $"Output width of the projection head{Default(s_defaults.ProjectionOutput)}.", "--proj-dim"), (o, v) => o with { ProjectionOutput = v!.Value }),
        Of(OptionFactory.Whole("--epochs", $"Passes over all cubes{Default(s_defaults.Epochs)}.", "--num-epochs"), (o, v) => o with { Epochs = v!.Value }),
        Of(OptionFactory.Whole("--batch-size", $"Cubes a step{Default(s_defaults.BatchSize)}."), (o, v) => o with { BatchSize = v!.Value }),
        Of(OptionFactory.Real("--temperature", $"Temperature of NT-Xent{Default(s_defaults.Temperature)}."), (o, v) => o with { Temperature = v!.Value }),
        Of(OptionFactory.Text("--optimizer", $"adamw or sgd{Default(s_defaults.Optimizer)}.", "NAME"), (o, v) => o with { Optimizer = v! }),
        Of(OptionFactory.Real("--learning-rate", $"Peak learning rate{Default(s_defaults.LearningRate)}."), (o, v) => o with { LearningRate = v!.Value }),
        Of(OptionFactory.Real("--weight-decay", $"Weight decay{Default(s_defaults.WeightDecay)}."), (o, v) => o with { WeightDecay = v!.Value }),
        Of(OptionFactory.Real("--warmup-epochs", $"Epochs of linear warm-up{Default(s_defaults.WarmupEpochs)}."), (o, v) => o with { WarmupEpochs = v!.Value }),
        Of(OptionFactory.Text("--augmentation", $"Augmentation preset{Default(s_defaults.Augmentation)}.", "NAME"), (o, v) => o with { Augmentation = v! }),
        Of(OptionFactory.Text("--precision", $"float32 or bfloat16{Default(s_defaults.Precision)}.", "NAME"), (o, v) => o with { Precision = v! }),
        Of(OptionFactory.Switch("--mixed-precision", "The same as --precision bfloat16."), (o, v) => v ? o with { Precision = "bfloat16" } : o),
        Of(OptionFactory.Long("--seed", $"Seed of weights, order and augmentations{Default(s_defaults.Seed)}."), (o, v) => o with { Seed = v!.Value }),
        Of(OptionFactory.Whole("--evaluate-every-epochs", $"Measure embeddings every so many epochs, 0 never{Default(s_defaults.EvaluateEveryEpochs)}."), (o, v) => o with { EvaluateEveryEpochs = v!.Value }),
        Of(OptionFactory.Whole("--checkpoint-every-epochs", $"Write latest.pt every so many epochs{Default(s_defaults.CheckpointEveryEpochs)}."), (o, v) => o with { CheckpointEveryEpochs = v!.Value }),
        Of(OptionFactory.Text("--device", $"auto, cpu or cuda:N{Default(s_defaults.Device)}.", "NAME"), (o, v) => o with { Device = v! }),
        Of(OptionFactory.Whole("--threads", "CPU threads, 0 for as many as cores (default 0)."), (o, v) => o with { Threads = v!.Value }),
    ];

    /// <summary>The option of a property: BatchSize → --batch-size.</summary>
    public static string OptionName(string property) => "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(property);

    private static TrainingBinding Of<T>(Option<T> option, Func<TrainingOptions, T?, TrainingOptions> set) =>
        new(option, (options, parsed) => parsed.GetResult(option) is { Implicit: false } ? set(options, parsed.GetValue(option)) : options);

    private static string Default(object value) => $" (default {Convert.ToString(value, CultureInfo.InvariantCulture)!.ToLowerInvariant()})";
}
