namespace SynapseLab.Engine.Methods;

/// <summary>Passes of one cube through networks of the backbone's size in a step, by which a run's time is judged before it begins. Heads, decoder and losses cost little beside them.</summary>
/// <param name="Trained">Passes that gradients go back through: rows a cube of <see cref="Method.Encode"/>.</param>
/// <param name="Targets">Passes without gradients, as through a momentum encoder: rows a cube of <see cref="Method.Target"/>.</param>
public sealed record MethodCost(int Trained, int Targets = 0)
{
    // Backward takes about twice the time of forward: gradients of what went in, and of the weights.
    private const int Backward = 2;

    /// <summary>A step's time a cube, as so many forward passes.</summary>
    /// <param name="isCached">Whether gradients are cached: what is trained is then encoded once more.</param>
    /// <param name="isFrozen">Whether the backbone stands still: nothing goes back through it.</param>
    public int ForwardPasses(bool isCached, bool isFrozen) => (Trained * (1 + (isCached ? 1 : 0) + (isFrozen ? 0 : Backward))) + Targets;
}
