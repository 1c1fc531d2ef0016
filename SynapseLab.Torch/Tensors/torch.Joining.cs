using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Joins along an existing dimension; the other sizes agree.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0)
    {
        using var list = new TensorList(tensors);
        NativeMethods.SLTensor_cat(list.Pointers, list.Count, dim, out TensorHandle result).ThrowIfFailed();
        return new Tensor(result);
    }

    /// <summary>Joins along a new dimension; all sizes agree.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        using var list = new TensorList(tensors);
        NativeMethods.SLTensor_stack(list.Pointers, list.Count, dim, out TensorHandle result).ThrowIfFailed();
        return new Tensor(result);
    }

    /// <summary>Up to so many pieces of equal size along a dimension; views.</summary>
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0)
    {
        nint[] pieces = new nint[Math.Max(chunks, 0)];
        NativeMethods.SLTensor_chunk(input.Handle, chunks, dim, pieces, pieces.Length).ThrowIfFailed();
        return Given(pieces);
    }

    /// <summary>Pieces of one size along a dimension (the last may be smaller); views.</summary>
    public static Tensor[] split(Tensor tensor, long split_size_or_sections, long dim = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(split_size_or_sections);
        nint[] pieces = new nint[Math.Max(1, (tensor.size((int)dim) + split_size_or_sections - 1) / split_size_or_sections)];
        NativeMethods.SLTensor_split(tensor.Handle, split_size_or_sections, dim, pieces, pieces.Length).ThrowIfFailed();
        return Given(pieces);
    }

    /// <summary>Pieces of the given sizes along a dimension; views.</summary>
    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0)
    {
        nint[] pieces = new nint[split_size_or_sections.Length];
        NativeMethods.SLTensor_split_with_sizes(
            tensor.Handle, split_size_or_sections, split_size_or_sections.Length, dim, pieces, pieces.Length).ThrowIfFailed();
        return Given(pieces);
    }

    /// <summary>One view per position of a dimension, which is removed.</summary>
    public static Tensor[] unbind(Tensor input, int dimension = 0)
    {
        nint[] pieces = new nint[input.size(dimension)];
        NativeMethods.SLTensor_unbind(input.Handle, dimension, pieces, pieces.Length).ThrowIfFailed();
        return Given(pieces);
    }

    /// <summary>Coordinate grids: output i varies along dimension i and takes its values from vector i.</summary>
    /// <param name="tensors">1-D tensors.</param>
    /// <param name="indexing">Only "ij", the order of dimensions, is known here.</param>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij")
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(indexing, "ij");
        using var list = new TensorList(tensors);
        nint[] grids = new nint[list.Count];
        NativeMethods.SLTensor_meshgrid(list.Pointers, list.Count, grids, grids.Length).ThrowIfFailed();
        return Given(grids);
    }

    // Pieces beyond those that libtorch made stay absent.
    private static Tensor[] Given(nint[] owned) => [.. TensorList.Adopt(owned).OfType<Tensor>()];
}
