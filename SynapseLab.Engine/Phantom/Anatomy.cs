namespace SynapseLab.Engine.Phantom;

/// <summary>What one voxel is made of; distances in voxels of 8 nm.</summary>
internal struct Anatomy
{
    /// <summary>The neurite that owns the voxel.</summary>
    public int Neurite;

    /// <summary>Distance to the border of the neurite; 0 on it.</summary>
    public float BorderDistance;

    /// <summary>The synapse whose cleft is within reach; null elsewhere.</summary>
    public PlantedSynapse? Synapse;

    /// <summary>Signed distance to the cleft's surface, negative on the presynaptic side.</summary>
    public float CleftHeight;

    /// <summary>Signed distance to the outline of the cleft, negative inside.</summary>
    public float OutlineDistance;

    /// <summary>Signed distance to the nearest mitochondrion of this neurite, negative inside.</summary>
    public float MitochondrionDistance;

    /// <summary>Position across that mitochondrion's cristae.</summary>
    public float CristaPhase;

    /// <summary>Signed distance to the nearest vesicle's membrane, negative in its lumen.</summary>
    public float VesicleDistance;

    /// <summary>Whether that vesicle has a dense core.</summary>
    public bool DenseCore;

    /// <summary>Whether the voxel lies in an annotated vesicle cloud.</summary>
    public bool InVesicleCloud;

    /// <summary>Distance to the nearest microtubule's axis.</summary>
    public float MicrotubuleDistance;

    /// <summary>Whether it is annotated as cleft: within 2.5 voxels of the surface, inside the outline.</summary>
    public readonly bool IsCleft => Synapse is not null && OutlineDistance <= 0 && MathF.Abs(CleftHeight) <= 2.5f;

    /// <summary>Whether it is membrane or extracellular space, which the segmentation leaves 0.</summary>
    public readonly bool IsMembrane => BorderDistance < 0.9f;
}
