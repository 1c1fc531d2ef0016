using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>First weights, drawn from a generator that is passed in, in the order of the state dict.</summary>
internal static class WeightInit
{
    /// <summary>
    /// Convolutions: N(0, 2 / fan-out), He et al. 2015 (https://arxiv.org/abs/1502.01852); linear layers: U(±1/√fan-in) for
    /// weight and bias, PyTorch's default; convolutions' biases are 0; normalisations keep weight 1, bias 0.
    /// </summary>
    internal static void Kaiming(nn.Module module, Generator generator)
    {
        using var _ = no_grad();
        foreach (var part in module.modules())
        {
            switch (part)
            {
                case Conv3d conv:
                    long[] shape = conv.weight.shape; // (out, in, kD, kH, kW)
                    double fanOut = (double)shape[0] * shape[2] * shape[3] * shape[4];
                    nn.init.normal_(conv.weight, 0, Math.Sqrt(2 / fanOut), generator);
                    if (conv.bias is { } offset)
                    {
                        nn.init.zeros_(offset);
                    }

                    break;
                case Linear linear:
                    double bound = 1 / Math.Sqrt(linear.weight.shape[1]); // (out, in)
                    nn.init.uniform_(linear.weight, -bound, bound, generator);
                    if (linear.bias is { } bias)
                    {
                        nn.init.uniform_(bias, -bound, bound, generator);
                    }

                    break;
            }
        }
    }
}
