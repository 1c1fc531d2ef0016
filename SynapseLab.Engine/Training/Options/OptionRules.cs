using System.Globalization;

namespace SynapseLab.Engine.Training;

/// <summary>What must hold for options, each with the sentence a person sees: the ranges of the schema, the places, and what two options demand of each other.</summary>
internal static class OptionRules
{
    internal static IReadOnlyList<OptionError> Check(TrainingOptions o)
    {
        List<OptionError> errors = [.. OptionSchema.All.Where(option => option.Applies(o)).Select(option => option.Check(o)).OfType<OptionError>()];
        Require(!string.IsNullOrWhiteSpace(o.PreprocDir), nameof(o.PreprocDir), "Expected the folder of preprocessed cubes, got nothing.");
        Require(!string.IsNullOrWhiteSpace(o.RunDir), nameof(o.RunDir), "Expected the folder the run writes, got nothing.");
        Require(IsDeviceName(o.Device), nameof(o.Device), $"Expected auto, cpu or cuda:N, got '{o.Device}'.");
        Require(
            o.MicroBatchSize == 0 || o.MicroBatchSize >= o.BatchSize || o.BatchSize % o.MicroBatchSize == 0,
            nameof(o.MicroBatchSize),
            $"Expected a divisor of the batch size {o.BatchSize}, got {o.MicroBatchSize}.");
        Require(
            o.Processes <= 1 || o.BatchSize % o.Processes == 0,
            nameof(o.Processes),
            $"Expected a number of processes that can share the batch of {o.BatchSize} equally, got {o.Processes}.");
        Require(
            o.Processes <= 1 || o.MicroBatchSize == 0 || (o.BatchSize / o.Processes) is var share && (o.MicroBatchSize >= share || share % o.MicroBatchSize == 0),
            nameof(o.MicroBatchSize),
            $"Expected a divisor of each process's {o.BatchSize / Math.Max(1, o.Processes)} cubes of the batch, got {o.MicroBatchSize}.");
        Require(
            o.Processes <= 1 || o.Distributed || !o.Device.StartsWith("cuda:", StringComparison.Ordinal),
            nameof(o.Device),
            $"Expected auto, cuda or cpu with {o.Processes} processes, each of which has a GPU of its own, got '{o.Device}'.");
        Require(o.StageToFinetune != 0, nameof(o.StageToFinetune), "Expected a stage of 1, 2, 3, 4, or -1 for all, got 0; to train the head alone freeze the backbone.");
        Require(
            !o.FreezeBackbone || o.StageToFinetune == -1,
            nameof(o.StageToFinetune),
            $"Expected -1 with a frozen backbone, got {o.StageToFinetune}; leave one of the two out.");
        Require(o.Pooling != "flatten" || o.Backbone == "vgg3d", nameof(o.Pooling), $"Expected avg, max, avg+max or spp for {o.Backbone}, got flatten, which only vgg3d has.");
        Require(o.Pipeline != CubeSourceChoice.BoundingBox || o.CubeSize % 2 == 0, nameof(o.CubeSize), $"Expected an even number, got {o.CubeSize}.");
        Require(
            o.Pipeline != CubeSourceChoice.BoundingBox || o.Augmentation is not ("strong" or "em"),
            nameof(o.Augmentation),
            $"Expected bbox, seed or vgg for the pipeline bbox, for raw is z-scored there, got {o.Augmentation}, which needs raw in [0, 1].");
        Require(
            o.Pipeline != CubeSourceChoice.BoundingBox || o.InputScaling is "unit" or InitialWeights.ByTheFile,
            nameof(o.InputScaling),
            $"Expected unit or auto for the pipeline bbox, for raw is z-scored there and stays so, got {o.InputScaling}, which needs raw in [0, 1].");
        return errors;

        void Require(bool holds, string option, string message)
        {
            if (!holds)
            {
                errors.Add(new(option, message));
            }
        }
    }

    /// <summary>Whether a text names a device, here or elsewhere: auto, cpu, cuda or cuda:N.</summary>
    internal static bool IsDeviceName(string value) => value is "auto" or "cpu" or "cuda"
        || (value.StartsWith("cuda:", StringComparison.Ordinal) && int.TryParse(value.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out _));
}
