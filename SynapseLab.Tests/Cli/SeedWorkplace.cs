using System.Diagnostics;
using SynapseLab.Tests.Data;

namespace SynapseLab.Tests.Cli;

/// <summary>
/// A working directory as the seeds' README has it, with a phantom of one small box as <c>data</c>, and the real program in it. Cubes that
/// one line prepared are there for the next; runs and results are not.
/// </summary>
public sealed class SeedWorkplace : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);
    private readonly TemporaryFolder _folder = new();

    public SeedWorkplace()
    {
        CommandRun phantom = CommandRun.Of("phantom", "--out", At("data"), "--bboxes", "1", "--size", "64", "--synapses", "6");
        Assert.True(phantom.ExitCode == SynapseLab.Cli.ExitCode.Ok, phantom.Error);
        Directory.CreateSymbolicLink(At("datareal"), At("data"));
    }

    internal string Root => _folder.Path;

    internal static string Program => Path.Combine(AppContext.BaseDirectory, "synapselab.dll");

    public void Dispose() => _folder.Dispose();

    internal string At(string path) => _folder.File(path);

    /// <summary>The folder of the only run that is there.</summary>
    internal string OnlyRun() => Assert.Single(Directory.GetDirectories(At("runs")));

    internal void ClearRuns()
    {
        foreach (string old in new[] { "runs", "results" }.Select(At).Where(Directory.Exists))
        {
            Directory.Delete(old, recursive: true);
        }
    }

    /// <summary>Runs the program in this directory, as from a shell.</summary>
    internal CommandRun Run(IEnumerable<string> arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill();
            Assert.Fail("the program did not end");
        }

        return new CommandRun(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}
