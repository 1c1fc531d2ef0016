using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Synapses;

/// <summary>
/// Cube sets that are open for reading, because opening one lists all its cubes and hovering over a scatter asks for many.
/// Bound: <see cref="MostOpen"/> sets; the one not used for longest is closed.
/// </summary>
internal sealed class OpenCubes(IDbContextFactory<LabDatabase> databases) : IDisposable
{
    private const int MostOpen = 4;

    private readonly Lock _lock = new();
    private readonly LinkedList<Opened> _opened = new();

    /// <summary>One cube; null when the set is not ready, holds whole boxes, or has no such synapse.</summary>
    public async Task<FoundCube?> FindAsync(int cubeSetId, string fullId) =>
        await OpenAsync(cubeSetId) is { } opened && opened.IndexOf.TryGetValue(fullId, out int index) ? new FoundCube(opened.Store, index) : null;

    /// <summary>Full id of the set's first cube; null where <see cref="FindAsync"/> finds none.</summary>
    public async Task<string?> FirstAsync(int cubeSetId) => (await OpenAsync(cubeSetId))?.Store.Entries.FirstOrDefault()?.FullId;

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var opened in _opened)
            {
                opened.Store.Dispose();
            }

            _opened.Clear();
        }
    }

    private async Task<Opened?> OpenAsync(int cubeSetId)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        string? directory = await database.CubeSets
            .Where(set => set.Id == cubeSetId && set.Kind == CubeSetKind.Synapses && set.State == CubeSetState.Ready)
            .Select(set => set.Directory)
            .SingleOrDefaultAsync();
        return directory is null ? null : Open(directory);
    }

    private Opened Open(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new EngineException($"Expected prepared cubes in {directory}, but the folder is gone; prepare them again on the dataset's page.");
        }

        // A set that was prepared again has newer files; what was open then is of the old ones.
        var changedAt = Directory.EnumerateFiles(directory, "*.h5").Select(File.GetLastWriteTimeUtc).DefaultIfEmpty().Max();
        lock (_lock)
        {
            var known = _opened.FirstOrDefault(opened => opened.Directory == directory);
            if (known is not null)
            {
                _opened.Remove(known);
            }

            if (known is null || known.ChangedAt != changedAt)
            {
                known?.Store.Dispose();
                known = new Opened(directory, changedAt, CubeStore.Open(directory));
            }

            _opened.AddFirst(known);
            if (_opened.Count > MostOpen)
            {
                _opened.Last!.Value.Store.Dispose();
                _opened.RemoveLast();
            }

            return known;
        }
    }

    private sealed record Opened(string Directory, DateTime ChangedAt, CubeStore Store)
    {
        public IReadOnlyDictionary<string, int> IndexOf { get; } =
            Store.Entries.Select((entry, index) => (entry.FullId, index)).ToDictionary(pair => pair.FullId, pair => pair.index);
    }
}

/// <summary>Where a cube is: an open store and the cube's index in it.</summary>
internal sealed record FoundCube(CubeStore Store, int Index)
{
    /// <summary>The cube, (C, s, s, s) in [0, 1].</summary>
    public float[] Read()
    {
        var cube = new float[Store.CubeLength];
        Store.Read(Index, cube);
        return cube;
    }
}
