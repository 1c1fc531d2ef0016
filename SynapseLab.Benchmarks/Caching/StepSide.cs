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
    private const string Ready = "ready ";

    private readonly Process? _process;
    private readonly List<(double Seconds, double Loss, double GradientNorm)> _steps = [];
    private string? _problem;

    private StepSide(Process? process)
    {
        _process = process;
        string line = process?.StandardOutput.ReadLine() ?? "";
        _problem = line.StartsWith(Ready, StringComparison.Ordinal) ? null : "did not start";
        Description = _problem is null ? line[Ready.Length..] : null;
    }

    /// <summary>Library, version and device; null where it did not start.</summary>
    internal string? Description { get; }

    /// <summary>Starts it and waits until it is ready; where it goes wrong, standard error has its own words.</summary>
    internal static StepSide Start(string program, IEnumerable<string> arguments)
    {
        try
        {
            return new(Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true }));
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Console.Error.WriteLine($"{program} cannot be started ({e.Message}); its columns stay empty.");
            return new(null);
        }
    }

    /// <summary>Takes a step; does nothing any more where one went wrong.</summary>
    internal void Step()
    {
        if (_problem is not null)
        {
            return;
        }

        _process!.StandardInput.WriteLine();
        string[] words = (_process.StandardOutput.ReadLine() ?? "").Split(' ');
        if (words is ["step", var seconds, var loss, var norm])
        {
            _steps.Add((Read(seconds), Read(loss), Read(norm)));
        }
        else
        {
            _problem = words is ["memory"] ? SideFigures.OutOfMemory : "ended early";
        }
    }

    /// <summary>Ends it and answers what it measured.</summary>
    /// <param name="untimed">First steps that do not count.</param>
    internal SideFigures End(int untimed)
    {
        if (_problem is not null)
        {
            return new(null, null, null, _problem);
        }

        _process!.StandardInput.Close();
        string[] last = _process.StandardOutput.ReadToEnd().Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries);
        _process.WaitForExit();
        double[] seconds = [.. _steps.Skip(untimed).Select(step => step.Seconds).Order()];
        return new(
            seconds[seconds.Length / 2],
            last is [.., "peak", var bytes] && long.TryParse(bytes, out long peak) ? peak : null,
            (_steps[0].Loss, _steps[0].GradientNorm),
            null);
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
        }

        _process?.Dispose();
    }

    private static double Read(string number) => double.Parse(number, CultureInfo.InvariantCulture);
}

/// <summary>What one side measured in a row.</summary>
/// <param name="Seconds">Median of the timed steps.</param>
/// <param name="PeakBytes">Most memory; null where it is not told.</param>
/// <param name="First">Loss and gradient norm (before clipping) of the first step, from the weights that both sides share.</param>
/// <param name="Problem">Why there are no figures; null where there are.</param>
internal sealed record SideFigures(double? Seconds, long? PeakBytes, (double Loss, double GradientNorm)? First, string? Problem)
{
    internal const string OutOfMemory = "out of memory";
}
