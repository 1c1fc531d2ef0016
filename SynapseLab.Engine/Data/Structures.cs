namespace SynapseLab.Engine.Data;

/// <summary>What a voxel is, as bit flags; the meaning of <see cref="SynapseWindow.Structures"/>.</summary>
[Flags]
public enum Structures : byte
{
    /// <summary>Nothing annotated.</summary>
    None = 0,

    /// <summary>Vesicle cloud.</summary>
    Vesicle = 1,

    /// <summary>Cleft, either code.</summary>
    Cleft = 2,

    /// <summary>Segment of the presynaptic side.</summary>
    Presynaptic = 4,

    /// <summary>Segment of the other side.</summary>
    Postsynaptic = 8,

    /// <summary>Mitochondria.</summary>
    Mitochondria = 16,
}
