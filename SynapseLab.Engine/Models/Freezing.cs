namespace SynapseLab.Engine.Models;

/// <summary>Which parts of a backbone keep the weights they have (domain §7).</summary>
/// <param name="FreezeBackbone">All of it: only the head trains. Default false.</param>
/// <param name="StageToFinetune">1 … 4: all but that stage is frozen, the stem of a ResNet too; −1: everything trains. Default −1.</param>
public sealed record Freezing(bool FreezeBackbone = false, int StageToFinetune = Freezing.AllStages)
{
    /// <summary>The <see cref="StageToFinetune"/> that freezes nothing.</summary>
    public const int AllStages = -1;

    /// <summary>Everything trains.</summary>
    public static Freezing None { get; } = new();

    /// <exception cref="EngineException">The stage is 0 or beyond 4 (the original froze everything then, silently), or a stage is asked of a frozen backbone.</exception>
    public void RequireValid()
    {
        if (StageToFinetune is not (AllStages or (>= 1 and <= 4)))
        {
            throw new EngineException($"Expected a stage to fine-tune of 1, 2, 3, 4, or -1 for all, got {StageToFinetune}; to train the head alone freeze the backbone.");
        }

        if (FreezeBackbone && StageToFinetune != AllStages)
        {
            throw new EngineException($"Expected either a frozen backbone or stage {StageToFinetune} to fine-tune, got both; leave one out.");
        }
    }
}
