namespace SynapseLab.Engine.Methods;

/// <summary>One setting of a method. Methods that have the same setting call it by the same name; its default may differ.</summary>
/// <param name="Name">PascalCase, as QueueSize; the command line says --queue-size.</param>
/// <param name="Label">On the form.</param>
/// <param name="Unit">Unit, or what is counted.</param>
/// <param name="Help">One sentence.</param>
/// <param name="Default">The paper's value, or ours with the paper's named in <paramref name="Reference"/>.</param>
/// <param name="Least">Least value allowed.</param>
/// <param name="Most">Greatest value allowed.</param>
/// <param name="Reference">Values of paper and seed.</param>
/// <param name="IsWhole">Whether it is a whole number.</param>
public sealed record MethodParameter(
    string Name, string Label, string Unit, string Help, double Default, double Least, double Most, string Reference, bool IsWhole = false)
{
    /// <summary>Hidden width of the projection head.</summary>
    public static MethodParameter ProjectionHidden(int width, string reference) =>
        new(nameof(ProjectionHidden), "Projection, hidden", "features", "Hidden width of the projection head, which is thrown away after training.", width, 1, 16384, reference, IsWhole: true);

    /// <summary>Width of what the loss compares.</summary>
    public static MethodParameter ProjectionOutput(int width, string reference) =>
        new(nameof(ProjectionOutput), "Projection, output", "features", "Width of the vectors that the loss compares.", width, 2, 16384, reference, IsWhole: true);

    /// <summary>Linear layers of the projection head, 2 or 3.</summary>
    public static MethodParameter ProjectionLayers(int layers, string reference) =>
        new(nameof(ProjectionLayers), "Projection, layers", "linear layers", "Linear layers of the projection head; the hidden ones are alike.", layers, 2, 3, reference, IsWhole: true);

    /// <summary>Temperature of a softmax over similarities.</summary>
    public static MethodParameter Temperature(double value, string reference) =>
        new(nameof(Temperature), "Temperature", "divides similarities", "Lower values press harder on the most similar negatives.", value, 0.001, 10, reference);

    /// <summary>Hidden width of a predictor.</summary>
    public static MethodParameter PredictorHidden(int width, string reference) =>
        new(nameof(PredictorHidden), "Predictor, hidden", "features", "Hidden width of the predictor, which guesses one view's target from the other's projection.", width, 1, 16384, reference, IsWhole: true);

    /// <summary>How slowly a momentum encoder follows.</summary>
    public static MethodParameter EncoderMomentum(double value, string reference) =>
        new(nameof(EncoderMomentum), "Encoder momentum", "a step", "How much of itself the momentum encoder keeps in a step; nearer to 1 is slower and steadier.", value, 0, 1, reference);
}
