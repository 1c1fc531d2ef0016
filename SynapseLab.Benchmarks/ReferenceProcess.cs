using System.Diagnostics;

namespace SynapseLab.Benchmarks;

/// <summary>Runs a reference implementation in Python or R and hands back what it prints.</summary>
internal static class ReferenceProcess
{
    /// <returns>Lines of standard output; null where the program is missing or fails (its message goes to standard error).</returns>
    public static string[]? Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true };
        try
        {
            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Console.Error.WriteLine($"{program} is not installed ({e.Message}); its column stays empty.");
            return null;
        }
    }

    /// <summary>The least of several durations, in seconds: what the code needs when nothing else is in its way.</summary>
    public static double LeastSeconds(int repeats, Action work)
    {
        double least = double.PositiveInfinity;
        for (int i = 0; i < repeats; i++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return least;
    }
}
