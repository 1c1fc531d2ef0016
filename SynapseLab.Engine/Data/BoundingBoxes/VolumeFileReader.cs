using System.Buffers;
using SynapseLab.Engine.Data.Cubes;
using SynapseLab.Engine.Data.Hdf5;

namespace SynapseLab.Engine.Data.BoundingBoxes;

/// <summary>One open file <c>bboxN.h5</c>. Thread-safe: HDF5 works under its lock, the conversion to float outside of it.</summary>
internal sealed class VolumeFileReader : IDisposable
{
    private readonly Hdf5File _file;
    private readonly Hdf5Object _dataset;
    private readonly int _valueBytes;
    private readonly float[] _scale;
    private readonly float[] _offset;
    private bool _isDisposed;

    private VolumeFileReader(Hdf5File file, Hdf5Object dataset)
    {
        (_file, _dataset) = (file, dataset);
        Header = CubeFileHeader.Read(file);
        (long[] shape, _valueBytes) = file.Describe(dataset);
        if (shape is not [VolumeFile.ChannelCount, var z, var y, var x])
        {
            throw new EngineException($"{file.Path}: the volume has the shape ({string.Join(", ", shape)}), expected (3, Z, Y, X); prepare the volumes again.");
        }

        Shape = new Shape3((int)z, (int)y, (int)x);
        _scale = Hdf5Attributes.ReadFloats(dataset, file.Path, "scale", VolumeFile.ChannelCount);
        _offset = Hdf5Attributes.ReadFloats(dataset, file.Path, "offset", VolumeFile.ChannelCount);
    }

    internal CubeFileHeader Header { get; }

    /// <summary>Size of the volume.</summary>
    internal Shape3 Shape { get; }

    /// <summary>Opens a file and reads everything but the voxels.</summary>
    /// <exception cref="EngineException">Not HDF5, damaged, or not a volume.</exception>
    internal static VolumeFileReader Open(string path)
    {
        using (Hdf5Library.Enter())
        {
            Hdf5File file = Hdf5File.Open(path);
            Hdf5Object? dataset = null;
            try
            {
                dataset = file.OpenDataset(VolumeFile.Dataset);
                return new VolumeFileReader(file, dataset.Value);
            }
            catch
            {
                dataset?.Dispose();
                file.Dispose();
                throw;
            }
        }
    }

    /// <summary>Reads one cube: raw z-scored over the volume, masks 0 or 1.</summary>
    /// <param name="corner">First voxel; the cube must lie inside.</param>
    /// <param name="size">Edge s.</param>
    /// <param name="destination">3·s³ floats, C, Z, Y, X.</param>
    internal void Read(Voxel corner, int size, Span<float> destination)
    {
        if (_valueBytes == 1)
        {
            Read<byte>(corner, size, destination);
        }
        else
        {
            Read<ushort>(corner, size, destination);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        using (Hdf5Library.Enter())
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                _dataset.Dispose();
                _file.Dispose();
            }
        }
    }

    private void Read<T>(Voxel corner, int size, Span<float> destination)
        where T : unmanaged
    {
        T[] stored = ArrayPool<T>.Shared.Rent(destination.Length);
        ulong edge = (ulong)size;
        try
        {
            using (Hdf5Library.Enter())
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                Hdf5Part.Read(
                    _file, _dataset, [0, (ulong)corner.Z, (ulong)corner.Y, (ulong)corner.X], [VolumeFile.ChannelCount, edge, edge, edge], stored.AsSpan(0, destination.Length));
            }

            int voxels = destination.Length / VolumeFile.ChannelCount;
            for (int channel = 0; channel < VolumeFile.ChannelCount; channel++)
            {
                Span<float> values = destination.Slice(channel * voxels, voxels);
                StoredValues.Scale<T>(stored.AsSpan(channel * voxels, voxels), _scale[channel], values);
                for (int i = 0; i < voxels; i++)
                {
                    values[i] += _offset[channel];
                }
            }
        }
        finally
        {
            ArrayPool<T>.Shared.Return(stored);
        }
    }
}
