using SynapseLab.Engine;

namespace SynapseLab.Web.Data;

/// <summary>What a set holds; the word is that of the pipeline that trains on it.</summary>
public static class CubeSetKind
{
    /// <summary>A cube around each synapse.</summary>
    public const string Synapses = "synapse";

    /// <summary>Whole bounding boxes, out of which random cubes are drawn.</summary>
    public const string Boxes = "bbox";
}

/// <summary>How far a set of prepared cubes or boxes is.</summary>
public static class CubeSetState
{
    /// <summary>A job writes it.</summary>
    public const string Preparing = "preparing";

    /// <summary>Whole; runs can use it.</summary>
    public const string Ready = "ready";

    /// <summary>Ended by an error.</summary>
    public const string Failed = "failed";

    /// <summary>Stopped by a person or a server stop; preparing again goes on with what is whole.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>Never stored: ready, but of an earlier state of its dataset.</summary>
    public const string Stale = "stale";
}

/// <summary>Words for a set on pages and in messages.</summary>
internal static class CubeSetWords
{
    /// <summary>"cubes of 80³" or "whole boxes".</summary>
    internal static string Name(this CubeSet set) => set.Kind == CubeSetKind.Boxes ? "whole boxes" : $"cubes of {set.CubeSize}³";

    /// <summary>Nothing may work on a set that is not whole: what it holds then is a mixture, and part of it may be missing.</summary>
    /// <exception cref="EngineException">It is not ready.</exception>
    internal static void RequireReady(this CubeSet set)
    {
        if (set.State != CubeSetState.Ready)
        {
            throw new EngineException($"Expected a set that is ready, but the {set.Name()} with {set.Channels} are {set.State}; prepare them again on the dataset's page, or choose others.");
        }
    }

    /// <summary>"80 cubes of 32³, raw+pre+cleft" or "random cubes out of 2 whole boxes, raw+pre+cleft".</summary>
    internal static string Contents(this CubeSet set) => set.Kind == CubeSetKind.Boxes
        ? $"random cubes out of {Plural.Counted(set.BoxCount, "whole box", "whole boxes")}, {set.Channels}"
        : $"{Plural.Counted(set.CubeCount, "cube")} of {set.CubeSize}³, {set.Channels}";
}
