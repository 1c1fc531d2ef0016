using System.Numerics;

namespace SynapseLab.Engine.Phantom;

/// <summary>Tells what each voxel of a tile is made of. One instance works on one tile; the tissue is shared and only read.</summary>
internal sealed class Anatomist
{
    /// <summary>How far annotation of a vesicle cloud extends beyond the vesicles' membranes, in voxels.</summary>
    private const float CloudMargin = 2.5f;
    private const float SynapseReach = 15;
    private const float LargestVesicle = 6 + CloudMargin;

    private readonly Tissue _tissue;
    private readonly List<PlantedSynapse> _synapses = [];
    private readonly List<Mitochondrion> _mitochondria = [];
    private readonly List<Vesicle> _tileVesicles = [];
    private readonly List<Vesicle> _vesicles = [];

    /// <summary>Collects what is near the tile.</summary>
    public Anatomist(Tissue tissue, TissueIndex index, TerritoryBox tile)
    {
        _tissue = tissue;
        index.Gather(tile, SynapseReach, LargestVesicle, _synapses, _mitochondria, _tileVesicles);
    }

    /// <summary>Turns to a small box inside the tile.</summary>
    public void Enter(TerritoryBox leaf)
    {
        _vesicles.Clear();
        float reach = leaf.Radius + LargestVesicle;
        foreach (Vesicle vesicle in _tileVesicles)
        {
            if (Vector3.DistanceSquared(vesicle.Center, leaf.Center) < reach * reach)
            {
                _vesicles.Add(vesicle);
            }
        }
    }

    /// <summary>What the voxel at <paramref name="position"/> is made of; it lies in the box last entered.</summary>
    public Anatomy At(Vector3 position, TerritoryBox leaf)
    {
        TerritorySample sample = _tissue.Territory.At(position, leaf.Shapes);
        var anatomy = new Anatomy
        {
            Neurite = sample.Owner.Neurite,
            BorderDistance = sample.BorderDistance,
            MitochondrionDistance = float.MaxValue,
            VesicleDistance = float.MaxValue,
            MicrotubuleDistance = float.MaxValue,
        };
        LookForSynapse(ref anatomy, sample, position);
        Vector3 warped = _tissue.Territory.Warp(position);
        LookForMitochondrion(ref anatomy, position, warped);
        LookForVesicle(ref anatomy, position);
        if (sample.Owner is Tube { Warped: true } tube && sample.BorderDistance > 2.5f)
        {
            anatomy.MicrotubuleDistance = Microtubules.Distance(tube, warped);
        }

        return anatomy;
    }

    private void LookForSynapse(ref Anatomy anatomy, TerritorySample sample, Vector3 position)
    {
        foreach (PlantedSynapse synapse in _synapses)
        {
            bool isParty = anatomy.Neurite == synapse.PresynapticNeurite || anatomy.Neurite == synapse.PostsynapticNeurite;
            if (isParty && Vector3.DistanceSquared(position, synapse.Cleft.Center) < SynapseReach * SynapseReach)
            {
                anatomy.Synapse = synapse;
                anatomy.CleftHeight = synapse.Cleft.Height(position);
                anatomy.OutlineDistance = synapse.Cleft.OutlineDistance(position);
                return;
            }
        }
    }

    private void LookForMitochondrion(ref Anatomy anatomy, Vector3 position, Vector3 warped)
    {
        foreach (Mitochondrion mitochondrion in _mitochondria)
        {
            if (mitochondrion.Neurite != anatomy.Neurite)
            {
                continue;
            }

            // A mitochondrion keeps off its neurite's membrane, whatever the neurite's shape.
            Vector3 there = mitochondrion.Body.Warped ? warped : position;
            float distance = MathF.Max(mitochondrion.Body.Field(there), 2.8f - anatomy.BorderDistance);
            if (distance < anatomy.MitochondrionDistance)
            {
                anatomy.MitochondrionDistance = distance;
                anatomy.CristaPhase = Vector3.Dot(warped, mitochondrion.CristaNormal);
            }
        }
    }

    private void LookForVesicle(ref Anatomy anatomy, Vector3 position)
    {
        foreach (Vesicle vesicle in _vesicles)
        {
            if (vesicle.Neurite != anatomy.Neurite)
            {
                continue;
            }

            // First-order distance to a spheroid: its radius shrinks towards the axis.
            Vector3 offset = position - vesicle.Center;
            float length = offset.Length();
            float along = length > 0 ? MathF.Abs(Vector3.Dot(offset, vesicle.Axis)) / length : 0;
            float distance = length - float.Lerp(vesicle.Radii.X, vesicle.Radii.Y, along);
            anatomy.InVesicleCloud |= vesicle.Synaptic && distance < CloudMargin;
            if (distance < anatomy.VesicleDistance)
            {
                (anatomy.VesicleDistance, anatomy.DenseCore) = (distance, vesicle.DenseCore);
            }
        }
    }
}
