using SynapseLab.Torch.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Optimisation;

/// <summary>
/// Exponential moving average of a network's weights: a ← d·a + (1 − d)·w after every step, running statistics of batch norm
/// too, counters copied. d is the decay, but at most (1 + t)/(10 + t) at 0-based step t, so that a short run does not average
/// its random start. Owns the averages, not the network.
/// </summary>
internal sealed class WeightAverage : IDisposable
{
    private readonly nn.Module _network;
    private readonly double _decay;
    private readonly Dictionary<string, Tensor> _averages;

    /// <summary>Begins with the weights as they are.</summary>
    /// <param name="network">Whose weights; on its device already.</param>
    /// <param name="decay">Share of the past, in (0, 1).</param>
    internal WeightAverage(nn.Module network, double decay)
    {
        (_network, _decay) = (network, decay);
        _averages = Copy(network);
    }

    /// <summary>Hears that a step moved the weights.</summary>
    /// <param name="step">0-based number of that step.</param>
    internal void Update(long step)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        double decay = Math.Min(_decay, (1.0 + step) / (10.0 + step));
        foreach (var (key, weight) in _network.state_dict())
        {
            if (weight.dtype == ScalarType.Int64)
            {
                _averages[key].copy_(weight);
            }
            else
            {
                _averages[key].mul_(decay).add_(weight, 1 - decay);
            }
        }
    }

    /// <summary>Puts the averages into the network until disposed; then its own weights come back, bit for bit.</summary>
    internal IDisposable Apply()
    {
        var own = Copy(_network);
        Write(_averages);
        return new Applied(this, own);
    }

    /// <summary>The averages as part of a state dict: the network's keys behind <paramref name="prefix"/>.</summary>
    internal TorchDictionary Save(string prefix) =>
        TorchDictionary.StateDict(_averages.Select(entry => KeyValuePair.Create(prefix + entry.Key, entry.Value.ToTensorData())));

    /// <summary>Takes saved averages over.</summary>
    internal void Load(TorchDictionary saved, string prefix)
    {
        using var scope = NewDisposeScope();
        foreach (var (key, average) in _averages)
        {
            average.copy_(saved.Get<TensorData>(prefix + key).ToTensor());
        }
    }

    /// <inheritdoc />
    public void Dispose() => Free(_averages);

    private static Dictionary<string, Tensor> Copy(nn.Module network)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        return network.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone().DetachFromDisposeScope());
    }

    private static void Free(Dictionary<string, Tensor> tensors)
    {
        foreach (var tensor in tensors.Values)
        {
            tensor.Dispose();
        }
    }

    private void Write(Dictionary<string, Tensor> values)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        foreach (var (key, weight) in _network.state_dict())
        {
            weight.copy_(values[key]);
        }
    }

    private sealed class Applied(WeightAverage average, Dictionary<string, Tensor> own) : IDisposable
    {
        public void Dispose()
        {
            average.Write(own);
            Free(own);
        }
    }
}
