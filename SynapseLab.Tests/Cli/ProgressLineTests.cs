using SynapseLab.Cli;
using SynapseLab.Engine;

namespace SynapseLab.Tests.Cli;

public sealed class ProgressLineTests
{
    [Fact]
    public void Report_InAPipe_WritesPlainLinesAtMostEveryFiveSeconds()
    {
        string text = Report(isTerminal: false, 0, 4.9, 5, 9, 10);

        Assert.Equal(["  0 %  cubes", " 50 %  cubes, 0:05 left", "100 %  cubes"], text.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Report_OnATerminal_RedrawsOneLineAndWipesIt()
    {
        string text = Report(isTerminal: true, 0, 5);

        Assert.StartsWith("\r[........................]   0 %  cubes", text, StringComparison.Ordinal);
        Assert.Contains("\r[############............]  50 %  cubes, 0:05 left", text, StringComparison.Ordinal);
        Assert.EndsWith(" \r", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
    }

    /// <summary>A work of ten seconds that reports at these seconds.</summary>
    private static string Report(bool isTerminal, params double[] seconds)
    {
        var clock = new SteppedClock();
        using var error = new StringWriter();
        using (var line = new ProgressLine(new CommandConsole(TextWriter.Null, error, isTerminal, clock)))
        {
            foreach (double at in seconds)
            {
                clock.Seconds = at;
                line.Report(new WorkProgress("cubes", (long)at, 10));
            }
        }

        return error.ToString();
    }

    private sealed class SteppedClock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long GetTimestamp() => (long)(Seconds * TimestampFrequency);
    }
}
