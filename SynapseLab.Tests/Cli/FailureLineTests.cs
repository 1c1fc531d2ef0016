using SynapseLab.Cli;
using SynapseLab.Engine;

namespace SynapseLab.Tests.Cli;

public sealed class FailureLineTests
{
    private const int NoSpaceLeft = 28;

    public static TheoryData<Exception, string> Errors => new()
    {
        { new EngineException("Two\nlines."), "Two lines." },
        { new TypeInitializationException("T", new EngineException("No libhdf5.")), "No libhdf5." },
        { new IOException("No space left on device", NoSpaceLeft), "The disk is full: No space left on device" },
        { new OutOfMemoryException(), "The memory does not suffice" },
        { new InvalidOperationException("odd"), "unexpected InvalidOperationException: odd" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Of_Error_IsOneSentenceInOneLine(Exception error, string expected)
    {
        string line = FailureLine.Of(error);

        Assert.StartsWith(expected, line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }
}
