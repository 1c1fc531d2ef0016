using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>What computing a step's gradients changes beside the gradients, as it was before: generators, and the networks' buffers such as running statistics. Lies in the caller's dispose scope.</summary>
internal sealed class StepStart
{
    private readonly Tensor _decisions;
    private readonly Tensor _voxels;
    private readonly Tensor[] _buffers;

    private StepStart(TrainingState state)
    {
        using var noGradients = no_grad();
        (_decisions, _voxels) = (state.Randomness.Decisions.get_state(), state.Randomness.Voxels.get_state());
        _buffers = [.. state.Method.buffers().Select(buffer => buffer.clone())];
    }

    internal static StepStart Of(TrainingState state) => new(state);

    /// <summary>Puts all of it back.</summary>
    internal void Restore(TrainingState state)
    {
        using var noGradients = no_grad();
        state.Randomness.Decisions.set_state(_decisions);
        state.Randomness.Voxels.set_state(_voxels);
        foreach (var (buffer, value) in state.Method.buffers().Zip(_buffers))
        {
            buffer.copy_(value);
        }
    }
}
