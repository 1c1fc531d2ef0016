namespace SynapseLab.Engine.Data.Cubes;

/// <summary>What one channel of a cube holds.</summary>
internal enum CubeChannel
{
    /// <summary>Raw EM, min-max scaled over the cube's real voxels.</summary>
    Raw,

    /// <summary>Whole segment of the presynaptic side.</summary>
    Presynaptic,

    /// <summary>All cleft voxels.</summary>
    Cleft,

    /// <summary>All vesicle cloud voxels.</summary>
    Vesicle,

    /// <summary>All voxels that belong to any segment.</summary>
    Segmentation,

    /// <summary>Raw inside the chosen structures, grey 0.6 outside.</summary>
    RawMasked,
}

/// <summary>Which channels a cube has (domain §3).</summary>
/// <param name="Name">As written by the person and stored in the file.</param>
/// <param name="Channels">In order.</param>
/// <param name="Keep">Structures inside which <see cref="CubeChannel.RawMasked"/> keeps the raw.</param>
internal sealed record ChannelRecipe(string Name, IReadOnlyList<CubeChannel> Channels, Structures Keep = Structures.None)
{
    private const string Masked = "raw-masked";
    private const Structures KeptByDefault = Structures.Presynaptic | Structures.Postsynaptic | Structures.Cleft;

    private static readonly Dictionary<string, CubeChannel[]> s_plain = new()
    {
        ["raw+pre+cleft"] = [CubeChannel.Raw, CubeChannel.Presynaptic, CubeChannel.Cleft],
        ["raw+vesicle+cleft"] = [CubeChannel.Raw, CubeChannel.Vesicle, CubeChannel.Cleft],
        ["raw+vesicle+seg"] = [CubeChannel.Raw, CubeChannel.Vesicle, CubeChannel.Segmentation],
        ["raw"] = [CubeChannel.Raw],
    };

    private static readonly Dictionary<string, Structures> s_structures = new()
    {
        ["pre"] = Structures.Presynaptic,
        ["post"] = Structures.Postsynaptic,
        ["cleft"] = Structures.Cleft,
        ["vesicle"] = Structures.Vesicle,
        ["mitochondria"] = Structures.Mitochondria,
    };

    /// <summary>
    /// Reads a recipe's name. "raw-masked" keeps both partners and the cleft; "raw-masked:pre+cleft" chooses others.
    /// </summary>
    /// <exception cref="EngineException">Unknown; lists the known ones.</exception>
    internal static ChannelRecipe Parse(string name)
    {
        string[] parts = name.Trim().Split(':');
        if (parts.Length == 1 && s_plain.TryGetValue(parts[0], out CubeChannel[]? channels))
        {
            return new ChannelRecipe(parts[0], channels);
        }

        string[] kept = parts.Length == 2 ? parts[1].Split('+') : [];
        if (parts[0] != Masked || parts.Length > 2 || kept.Any(k => !s_structures.ContainsKey(k)))
        {
            throw new EngineException(
                $"The channels \"{name}\" are not known; choose {string.Join(", ", s_plain.Keys)}, {Masked}, or {Masked}: followed by {string.Join("+", s_structures.Keys)} or a part of it.");
        }

        Structures keep = kept.Aggregate(Structures.None, (sum, k) => sum | s_structures[k]);
        return new ChannelRecipe(name.Trim(), [CubeChannel.RawMasked], kept.Length == 0 ? KeptByDefault : keep);
    }
}
