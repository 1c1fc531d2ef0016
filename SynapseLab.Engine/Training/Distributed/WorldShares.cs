using SynapseLab.Engine.Augmentations;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>One process's part in the batches of a run: which cubes, and what their views are drawn from.</summary>
internal static class WorldShares
{
    /// <exception cref="EngineException">The batch cannot be divided among the processes.</exception>
    internal static void RequireShares(this World world, TrainingOptions options)
    {
        if (options.BatchSize % world.Size != 0)
        {
            throw new EngineException($"Expected a batch size that {world.Size} processes can share equally, got {options.BatchSize}. Choose a multiple of {world.Size}.");
        }

        int share = options.BatchSize / world.Size;
        if (options.MicroBatchSize > 0 && options.MicroBatchSize < share && share % options.MicroBatchSize != 0)
        {
            throw new EngineException($"Expected a micro-batch that divides each process's {share} cubes of the batch, got {options.MicroBatchSize}.");
        }
    }

    /// <summary>This process's part of a batch of cubes: as many as every other's, in the order of ranks.</summary>
    internal static int[] OwnShare(this World world, int[] batch) =>
        batch.AsSpan(world.Rank * (batch.Length / world.Size), batch.Length / world.Size).ToArray();

    /// <summary>
    /// What this process draws views from. It follows from the run's own generator, which all processes carry along alike and
    /// rank 0 writes into checkpoints, and from the rank, so that a resumed run draws the same views.
    /// </summary>
    internal static ViewRandomness OwnRandomness(this World world, ViewRandomness common, Device device)
    {
        using var draw = randint(long.MaxValue, [1], ScalarType.Int64, generator: common.Decisions);
        return new ViewRandomness(draw.data<long>()[0] ^ unchecked((long)(0x9FB21C651E98DF25 * (ulong)(world.Rank + 1))), device);
    }
}
