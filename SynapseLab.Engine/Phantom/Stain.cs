using System.Numerics;

namespace SynapseLab.Engine.Phantom;

/// <summary>
/// How dark each thing is in osmium-stained tissue: membranes, densities and mitochondria dark on bright, grainy cytoplasm.
/// Grey values 0 … 255, before exposure and noise.
/// </summary>
internal sealed class Stain(RandomStream random)
{
    private const float CytoplasmGrey = 168;
    private const float MembraneDepth = 92;

    private readonly LatticeNoise _grain = new(random.Fork(), 2.6f);
    private readonly LatticeNoise _clumps = new(random.Fork(), 7);
    private readonly ulong _tones = random.NextBits();

    /// <summary>The grey value of a voxel.</summary>
    public float Grey(in Anatomy anatomy, Vector3 position)
    {
        Vector4 grain = _grain.At(position);
        Vector4 clumps = _clumps.At(position);
        float tone = 6 * RandomStream.Gaussian(RandomStream.Mix(_tones + (ulong)anatomy.Neurite));
        float grey = CytoplasmGrey + tone + (grain.X * 22) + (clumps.X * 11) - (60 * MathF.Max(0, grain.Y - 0.4f));

        grey = Mitochondrion(grey, anatomy, grain);
        grey = Vesicle(grey, anatomy);
        grey -= 50 * Bell(anatomy.MicrotubuleDistance / 1.2f);
        grey = Membrane(grey, anatomy, grain, clumps);
        return Densities(grey, anatomy, grain, clumps);
    }

    private static float Mitochondrion(float grey, in Anatomy anatomy, Vector4 grain)
    {
        float depth = -anatomy.MitochondrionDistance;
        if (depth < -2)
        {
            return grey;
        }

        // Matrix darker than cytoplasm; cristae as thin bright sheets; a dark double membrane around.
        float cristae = MathF.Pow(0.5f + (0.5f * MathF.Sin((anatomy.CristaPhase * 1.35f) + (grain.Y * 0.9f))), 3);
        float matrix = 98 + (grain.X * 12) + (52 * cristae * Step(depth - 1.8f));
        grey = float.Lerp(grey, matrix, Step(depth));
        return grey - (34 * Bell((depth - 0.3f) / 0.9f));
    }

    private static float Vesicle(float grey, in Anatomy anatomy)
    {
        float distance = anatomy.VesicleDistance;
        if (distance > 2.5f)
        {
            return grey;
        }

        float lumen = anatomy.DenseCore ? -70 * Step(-distance - 0.9f) : 8 * Step(-distance);
        return grey + lumen - (74 * Bell(distance / 0.85f));
    }

    private static float Membrane(float grey, in Anatomy anatomy, Vector4 grain, Vector4 clumps)
    {
        // Where the field of clumps is high the two membranes part and show extracellular space between them.
        float gap = MathF.Max(0, (clumps.Y * 1.6f) - 0.3f);
        float membrane = anatomy.BorderDistance > gap ? Bell((anatomy.BorderDistance - gap - 0.35f) / 1.05f) : 0.5f;
        return grey - ((MembraneDepth + (grain.Z * 14)) * membrane);
    }

    private static float Densities(float grey, in Anatomy anatomy, Vector4 grain, Vector4 clumps)
    {
        if (anatomy.Synapse is not { } synapse)
        {
            return grey;
        }

        // Soft, ragged outline: two voxels of fade, moved by the clumps.
        float inside = Step((-anatomy.OutlineDistance + (clumps.Z * 1.2f)) / 1.5f);
        float height = anatomy.CleftHeight;
        float thickness = height > 0 ? synapse.PostsynapticThickness : synapse.PresynapticThickness;
        float depth = MathF.Abs(height) - 1.1f;
        float density = depth < 0 ? 0.75f : Step((thickness - depth + (grain.W * 1.3f)) / 1.2f);
        float dark = 58 + (grain.X * 16) + (clumps.W * 8);
        return float.Lerp(grey, MathF.Min(grey, dark), inside * density);
    }

    private static float Bell(float x) => MathF.Abs(x) > 3 ? 0 : MathF.Exp(-x * x);

    /// <summary>A soft step from 0 to 1 around 0, about two wide.</summary>
    private static float Step(float x) => Math.Clamp(0.5f + (0.5f * x), 0, 1);
}
