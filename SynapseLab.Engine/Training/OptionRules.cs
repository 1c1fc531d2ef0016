using System.Globalization;
using SynapseLab.Engine.Augmentations;

namespace SynapseLab.Engine.Training;

/// <summary>The ranges of <see cref="TrainingOptions"/>, each with the sentence a person sees.</summary>
internal static class OptionRules
{
    internal static readonly string[] Backbones = ["resnet3d18", "resnet3d34", "resnet3d50"];
    internal static readonly string[] Stems = ["r3d", "k7s2"];
    internal static readonly string[] Optimizers = ["adamw", "sgd"];
    internal static readonly string[] Precisions = ["float32", "bfloat16"];
    internal static readonly string[] Augmentations = [.. AugmentationPresets.Names];

    internal static IReadOnlyList<OptionError> Check(TrainingOptions o)
    {
        var errors = new List<OptionError>();
        Named(nameof(o.PreprocDir), o.PreprocDir, "the folder of preprocessed cubes");
        Named(nameof(o.RunDir), o.RunDir, "the folder the run writes");
        OneOf(nameof(o.Backbone), o.Backbone, Backbones);
        Within(nameof(o.Width), o.Width, 1, 256);
        OneOf(nameof(o.Stem), o.Stem, Stems);
        Within(nameof(o.ProjectionHidden), o.ProjectionHidden, 1, 8192);
        Within(nameof(o.ProjectionOutput), o.ProjectionOutput, 2, 4096);
        Within(nameof(o.Epochs), o.Epochs, 1, 1_000_000);
        Within(nameof(o.BatchSize), o.BatchSize, 2, 65_536);
        Within(nameof(o.Temperature), o.Temperature, 0.001, 10);
        OneOf(nameof(o.Optimizer), o.Optimizer, Optimizers);
        Within(nameof(o.LearningRate), o.LearningRate, 1e-12, 1000);
        Within(nameof(o.WeightDecay), o.WeightDecay, 0, 10);
        Within(nameof(o.WarmupEpochs), o.WarmupEpochs, 0, 1_000_000);
        OneOf(nameof(o.Augmentation), o.Augmentation, Augmentations);
        OneOf(nameof(o.Precision), o.Precision, Precisions);
        Within(nameof(o.EvaluateEveryEpochs), o.EvaluateEveryEpochs, 0, 1_000_000);
        Within(nameof(o.CheckpointEveryEpochs), o.CheckpointEveryEpochs, 1, 1_000_000);
        DeviceName(o.Device);
        Within(nameof(o.Threads), o.Threads, 0, 1024);
        return errors;

        void Named(string option, string value, string what)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                errors.Add(new(option, $"Expected {what}, got nothing."));
            }
        }

        void OneOf(string option, string value, string[] known)
        {
            if (!known.Contains(value))
            {
                errors.Add(new(option, $"Expected one of {string.Join(", ", known)}, got '{value}'."));
            }
        }

        void Within(string option, double value, double low, double high)
        {
            if (!(value >= low && value <= high))
            {
                errors.Add(new(option, string.Create(CultureInfo.InvariantCulture, $"Expected {low} … {high}, got {value}.")));
            }
        }

        void DeviceName(string value)
        {
            bool known = value is "auto" or "cpu" or "cuda"
                || (value.StartsWith("cuda:", StringComparison.Ordinal) && int.TryParse(value.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out _));
            if (!known)
            {
                errors.Add(new(nameof(o.Device), $"Expected auto, cpu or cuda:N, got '{value}'."));
            }
        }
    }
}
