using SynapseLab.Engine.Training;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Training;

public sealed class PeakMemoryTests : IDisposable
{
    private const int Blocks = 256;
    private const int FloatsPerBlock = 1 << 18; // 1 MiB

    private readonly List<Tensor> _kept = [];

    public void Dispose() => _kept.ForEach(small => small.Dispose());

    [Fact]
    public void Start_AfterWorkWhoseMemoryTheHeapKept_SeesTheGrowthAllTheSame()
    {
        zeros(16 << 18).Dispose(); // from now on blocks of 1 MiB lie in the heap
        Fill();
        Func<long> peak = new PeakMemory(CPU).Start();
        Fill();

        Assert.InRange(peak(), (long)Blocks << 19, (long)Blocks << 22);
    }

    private void Fill()
    {
        // Every second block is a small one that stays, so that the heap cannot shrink from its end.
        List<(Tensor Large, Tensor Small)> blocks = [.. Enumerable.Range(0, Blocks).Select(_ => (ones(FloatsPerBlock), ones(64)))];
        blocks.ForEach(block => block.Large.Dispose());
        _kept.AddRange(blocks.Select(block => block.Small));
    }
}
