using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

public sealed class ProgressTailTests : IDisposable
{
    private readonly string _dir = Directory.CreateTempSubdirectory("synapselab-tail").FullName;

    public void Dispose() => Directory.Delete(_dir, recursive: true);

    [Fact]
    public void ReadNew_LogBegunAnew_IsReadFromItsStart()
    {
        var tail = new ProgressTail(_dir);
        Write(Warned("of the run that failed before its first checkpoint"));
        Assert.Single(tail.ReadNew());
        File.Delete(ProgressLog.PathIn(_dir));

        Write(Warned("anew"));

        Assert.Equal("anew", Assert.IsType<RunWarned>(Assert.Single(tail.ReadNew())).Message);
        Assert.Empty(tail.ReadNew());
    }

    [Fact]
    public void ReadNew_LinesOfAnyLength_ComeWholeAndOnce()
    {
        var tail = new ProgressTail(_dir);
        int[] lengths = [1, 262_000, 5, 700_000, 262_144, 3, 100_000, 100_000, 100_000];
        Write([.. lengths.Select(length => Warned(new string('x', length)))]);

        Assert.Equal(lengths, tail.ReadNew().Cast<RunWarned>().Select(warned => warned.Message.Length));
        Assert.Empty(tail.ReadNew());
        Write(Warned("later"));
        Assert.Single(tail.ReadNew());
    }

    [Fact]
    public void ReadNew_OfALongRun_TakesLittleMemory()
    {
        string step = TrainingJson.ToJsonLine(new StepCompleted { Step = 1, Loss = 1, LearningRate = 1, CubesPerSecond = 1 });
        File.WriteAllLines(ProgressLog.PathIn(_dir), Enumerable.Repeat(step, 100_000));
        Assert.InRange(new FileInfo(ProgressLog.PathIn(_dir)).Length, 8 << 20, long.MaxValue);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Empty(new ProgressTail(_dir).ReadNew());

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 << 20);
    }

    private static RunWarned Warned(string message) => new() { Message = message };

    private void Write(params TrainingEvent[] events)
    {
        using var log = ProgressLog.Append(_dir);
        Array.ForEach(events, log.Write);
    }
}
