namespace SynapseLab.Engine.Data.Hdf5;

/// <summary>HDF5 could not do something with a file; the message names the file and HDF5's own reason.</summary>
internal sealed class Hdf5Exception(string message) : EngineException(message);
