using System.Buffers;
using System.Numerics;
using System.Runtime.ExceptionServices;

namespace SynapseLab.Engine.Data.Tiff;

/// <summary>A stack that is read slice by slice; thread-safe, holds no file open and no voxel.</summary>
internal sealed class TiffSlices
{
    private readonly IReadOnlyList<TiffSlice> _slices;

    private TiffSlices(IReadOnlyList<TiffSlice> slices, TiffPage first)
    {
        _slices = slices;
        Shape = new Shape3(slices.Count, first.Height, first.Width);
        BitsPerSample = first.BitsPerSample;
    }

    /// <summary>Size by the first slice; every slice is held to it when read.</summary>
    internal Shape3 Shape { get; }

    /// <summary>Bits per sample of the first slice.</summary>
    internal int BitsPerSample { get; }

    /// <summary>Lists the slices and reads the first header.</summary>
    internal static TiffSlices Open(string path)
    {
        IReadOnlyList<TiffSlice> slices = TiffSliceList.Find(path);
        using TiffFile file = slices[0].Open();
        return new TiffSlices(slices, file.ReadHeader());
    }

    /// <summary>Reads every slice's header and checks its size.</summary>
    internal void RequireEqualSizes()
    {
        foreach (TiffSlice slice in _slices)
        {
            using TiffFile file = slice.Open();
            RequireSize(file.ReadHeader(), slice);
        }
    }

    /// <summary>Decodes every slice and keeps none: whether the whole stack can be read.</summary>
    /// <exception cref="TiffException">As <see cref="Read"/>; names the slice.</exception>
    internal void RequireReadable(TiffColor color, CancellationToken cancellationToken) => InParallel(
        0,
        Shape.Z,
        z =>
        {
            uint[] voxels = ArrayPool<uint>.Shared.Rent(Shape.Y * Shape.X);
            try
            {
                Read(z, color, voxels.AsSpan(0, Shape.Y * Shape.X));
            }
            finally
            {
                ArrayPool<uint>.Shared.Return(voxels);
            }
        },
        cancellationToken);

    /// <summary>Decodes slice <paramref name="z"/> into Y·X values.</summary>
    /// <exception cref="TiffException">Damaged, unsupported, of another size, or wider than <typeparamref name="T"/>.</exception>
    internal void Read<T>(int z, TiffColor color, Span<T> destination)
        where T : unmanaged, IBinaryInteger<T>
    {
        TiffSlice slice = _slices[z];
        using TiffFile file = slice.Open();
        TiffPage page = file.ReadHeader();
        RequireSize(page, slice);
        int wanted = T.Zero.GetByteCount();
        if (page.BytesPerSample > wanted)
        {
            throw new TiffException(
                TiffProblem.Unsupported,
                $"{slice.Where}: expected samples of at most {wanted * 8} bits, found {page.BitsPerSample}; give all slices of a stack the same depth.");
        }

        TiffSamples.Convert(file.ReadPlanes(page, TiffSamples.PlanesNeeded(page, color)), page, color, destination);
    }

    /// <summary>Runs <paramref name="body"/> for z = start … end−1 on all cores; the first error comes out as itself.</summary>
    internal static void InParallel(int start, int end, Action<int> body, CancellationToken cancellationToken)
    {
        try
        {
            var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.For(start, end, options, body);
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions.OfType<EngineException>().FirstOrDefault() ?? errors.InnerExceptions[0]);
        }
    }

    private void RequireSize(TiffPage page, TiffSlice slice)
    {
        if (page.Height != Shape.Y || page.Width != Shape.X)
        {
            throw new TiffException(
                TiffProblem.SliceSize,
                $"{slice.Where} has {page.Height} × {page.Width} pixels (y × x), the first slice of its stack has {Shape.Y} × {Shape.X}; all slices must agree.");
        }
    }
}
