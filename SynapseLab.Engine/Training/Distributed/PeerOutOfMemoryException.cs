namespace SynapseLab.Engine.Training;

/// <summary>Another process of the run ran out of memory in the step under way; this one leaves the step as well.</summary>
internal sealed class PeerOutOfMemoryException() : Exception("Another process of the run ran out of memory.");
