using System.Diagnostics;

namespace SynapseLab.Tests.Torch;

/// <summary>Runs a script in the system's Python, whose torch is the reference; skips the test where it is missing.</summary>
internal static class Python
{
    private const string Interpreter = "/usr/bin/python3";

    internal static void RunWithTorch(string script)
    {
        Assert.SkipUnless(File.Exists(Interpreter), $"no {Interpreter}");
        Assert.SkipUnless(Run("import torch").ExitCode == 0, "the system's Python has no torch (Debian: python3-torch)");
        var (exitCode, output) = Run(script);
        Assert.True(exitCode == 0, output);
    }

    private static (int ExitCode, string Output) Run(string script)
    {
        using var process = Process.Start(new ProcessStartInfo(Interpreter, ["-"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Write(script);
        process.StandardInput.Close();
        string output = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
