namespace SynapseLab.Engine.Data;

/// <summary>
/// One connected component under 6-connectivity (voxels that share a face), as the indices of its voxels. Grown from a
/// voxel of it, so that components nobody asks for cost nothing.
/// </summary>
internal static class ConnectedComponent
{
    /// <summary>All voxels connected to <paramref name="start"/>, each once; visits count in <paramref name="visited"/>.</summary>
    /// <param name="flags">Volume [Z, Y, X].</param>
    /// <param name="structure">A voxel belongs to the mask when it has this flag.</param>
    /// <param name="start">Index of a voxel of the mask.</param>
    /// <param name="visited">One entry per voxel; voxels of the component are set.</param>
    /// <returns>Indices in the order of discovery.</returns>
    internal static List<int> Grow(Volume<byte> flags, Structures structure, int start, bool[] visited)
    {
        (byte[] voxels, Shape3 shape) = (flags.Voxels, flags.Shape);
        int area = shape.Y * shape.X;
        var component = new List<int> { start };
        visited[start] = true;
        for (int next = 0; next < component.Count; next++)
        {
            int index = component[next];
            (int z, int inSlice) = Math.DivRem(index, area);
            (int y, int x) = Math.DivRem(inSlice, shape.X);
            Visit(z > 0, index - area);
            Visit(z < shape.Z - 1, index + area);
            Visit(y > 0, index - shape.X);
            Visit(y < shape.Y - 1, index + shape.X);
            Visit(x > 0, index - 1);
            Visit(x < shape.X - 1, index + 1);
        }

        return component;

        void Visit(bool inside, int neighbour)
        {
            if (inside && !visited[neighbour] && (voxels[neighbour] & (byte)structure) != 0)
            {
                visited[neighbour] = true;
                component.Add(neighbour);
            }
        }
    }
}
