using SynapseLab.Torch.Serialization;

namespace SynapseLab.Engine.Optimisation.Schedules;

/// <summary>
/// Falls to a share of itself when the mean loss has not become better for more than some epochs: PyTorch's
/// ReduceLROnPlateau with its threshold, a ten-thousandth of the best. Unlike there that is a ten-thousandth of the loss's
/// size, so that negative losses work too.
/// </summary>
/// <param name="patience">Epochs without a better loss that are let pass, ≥ 0.</param>
/// <param name="fallTo">Share that is left after each fall, 0 … 1.</param>
internal sealed class PlateauSchedule(int patience, double fallTo) : ISchedule
{
    private const double Threshold = 1e-4;

    private double _factor = 1;
    private double _best = double.PositiveInfinity;
    private long _badEpochs;

    /// <inheritdoc />
    public double Factor(long step) => _factor;

    /// <inheritdoc />
    public void AfterEpoch(long steps, double meanLoss)
    {
        bool better = double.IsPositiveInfinity(_best) || meanLoss < _best - (Math.Abs(_best) * Threshold);
        (_best, _badEpochs) = better ? (meanLoss, 0) : (_best, _badEpochs + 1);
        if (_badEpochs > patience)
        {
            (_factor, _badEpochs) = (_factor * fallTo, 0);
        }
    }

    /// <inheritdoc />
    public TorchDictionary Save() => new() { ["factor"] = _factor, ["best"] = _best, ["num_bad_epochs"] = _badEpochs };

    /// <inheritdoc />
    public void Load(TorchDictionary saved) =>
        (_factor, _best, _badEpochs) = (saved.Get<double>("factor"), saved.Get<double>("best"), saved.Get<long>("num_bad_epochs"));
}
