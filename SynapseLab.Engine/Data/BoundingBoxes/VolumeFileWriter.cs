using SynapseLab.Engine.Data.Cubes;
using SynapseLab.Engine.Data.Hdf5;

namespace SynapseLab.Engine.Data.BoundingBoxes;

/// <summary>Writes one file <c>bboxN.h5</c>, slab by slab.</summary>
internal sealed class VolumeFileWriter : Hdf5FileWriter
{
    private readonly Hdf5Object _dataset;
    private readonly Shape3 _shape;

    /// <summary>Creates the file with its attributes.</summary>
    /// <param name="path">Temporary name; see <see cref="WholeFile"/>.</param>
    /// <param name="header">The same attributes as a file of cubes has.</param>
    /// <param name="shape">Of the volume.</param>
    /// <param name="raw">How raw is stored.</param>
    /// <param name="asBytes">Store bytes (8-bit sources) instead of 16-bit integers.</param>
    internal VolumeFileWriter(string path, CubeFileHeader header, Shape3 shape, RawStorage raw, bool asBytes)
        : base(path)
    {
        _shape = shape;
        using (Hdf5Library.Enter())
        {
            header.Write(File);
            _dataset = Hdf5Part.CreateChunked(
                File, VolumeFile.Dataset, [VolumeFile.ChannelCount, (ulong)shape.Z, (ulong)shape.Y, (ulong)shape.X], VolumeFile.Chunk(shape), asBytes);
            Hdf5Attributes.Write(_dataset, path, "scale", (ReadOnlySpan<float>)[raw.Scale, 1, 1]);
            Hdf5Attributes.Write(_dataset, path, "offset", (ReadOnlySpan<float>)[raw.Offset, 0, 0]);
        }
    }

    /// <summary>Writes whole slices of one channel.</summary>
    internal void Write(int channel, int z, ReadOnlySpan<ushort> slices)
    {
        ulong count = (ulong)(slices.Length / (_shape.Y * _shape.X));
        using (Hdf5Library.Enter())
        {
            Hdf5Part.Write(File, _dataset, [(ulong)channel, (ulong)z, 0, 0], [1, count, (ulong)_shape.Y, (ulong)_shape.X], slices);
        }
    }

    /// <inheritdoc />
    protected override void CloseParts() => _dataset.Dispose();
}
