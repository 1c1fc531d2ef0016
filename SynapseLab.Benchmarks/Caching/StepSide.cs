using System.Diagnostics;
using System.Globalization;

namespace SynapseLab.Benchmarks.Caching;

/// <summary>
/// One side of the comparison, in a process of its own, so that nothing of an earlier row is in its memory. It answers with lines:
/// "ready" and what it is; for each line it reads "step", seconds, loss and gradient norm, or "memory" where there was too little;
/// at the end of its input "peak" and bytes, or "peak ?".
/// </summary>
internal sealed class StepSide : IDisposable
{
    private readonly Process _process;
    private readonly List<(double Seconds, double Loss, double GradientNorm)> _steps = [];
    private bool _ranOut;

    private StepSide(Process process, string description) => (_process, Description) = (process, description);

    /// <summary>Library, version and device.</summary>
    internal string Description { get; }

    /// <summary>Starts it and waits until it is ready; null where it cannot be had (what it said went to standard error).</summary>
    internal static StepSide? Start(string program, IEnumerable<string> arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        if (process.StandardOutput.ReadLine() is { } line && line.StartsWith("ready ", StringComparison.Ordinal))
        {
            return new(process, line["ready ".Length..]);
        }

        process.WaitForExit();
        process.Dispose();
        return null;
    }

    /// <summary>Takes a step; does nothing any more where memory ran out.</summary>
    internal void Step()
    {
        if (_ranOut)
        {
            return;
        }

        _process.StandardInput.WriteLine();
        string[] words = (_process.StandardOutput.ReadLine() ?? "").Split(' ');
        switch (words)
        {
            case ["step", var seconds, var loss, var norm]:
                _steps.Add((Read(seconds), Read(loss), Read(norm)));
                break;
            case ["memory"]:
                _ranOut = true;
                break;
            default:
                throw new InvalidOperationException($"A side of the comparison ended early ({Description}); what it said stands above.");
        }
    }

    /// <summary>Ends it and answers what it measured.</summary>
    /// <param name="untimed">First steps that do not count.</param>
    internal SideFigures End(int untimed)
    {
        _process.StandardInput.Close();
        string? last = _process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        _process.WaitForExit();
        double[] seconds = [.. _steps.Skip(untimed).Select(step => step.Seconds).Order()];
        return new(
            _ranOut ? null : seconds[seconds.Length / 2],
            !_ranOut && last?.Split(' ') is ["peak", var bytes] && long.TryParse(bytes, out long peak) ? peak : null,
            _steps.Select(step => ((double, double)?)(step.Loss, step.GradientNorm)).FirstOrDefault());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static double Read(string number) => double.Parse(number, CultureInfo.InvariantCulture);
}

/// <summary>What one side measured in a row.</summary>
/// <param name="Seconds">Median of the timed steps; null where memory ran out.</param>
/// <param name="PeakBytes">Most memory; null where it is not told.</param>
/// <param name="First">Loss and gradient norm (before clipping) of the first step, from the weights that both sides share.</param>
internal sealed record SideFigures(double? Seconds, long? PeakBytes, (double Loss, double GradientNorm)? First);
