using System.Diagnostics;

namespace SynapseLab.Tests;

/// <summary>Runs a script in the system's Python, whose packages are the reference; skips the test where one is missing.</summary>
internal static class Python
{
    private const string Interpreter = "/usr/bin/python3";

    /// <summary>Runs a script that wants torch; fails with what Python said.</summary>
    internal static void RunWithTorch(string script) => RunWith("torch", script);

    /// <summary>Runs a script that wants a package; returns what it printed, fails with what it complained about.</summary>
    internal static string RunWith(string package, string script, params string[] arguments)
    {
        Assert.SkipUnless(File.Exists(Interpreter), $"no {Interpreter}");
        Assert.SkipUnless(Run($"import {package}").ExitCode == 0, $"the system's Python has no {package} (Debian: python3-{package})");
        (int exitCode, string output, string errors) = Run(script, arguments);
        Assert.True(exitCode == 0, errors);
        return output;
    }

    private static (int ExitCode, string Output, string Errors) Run(string script, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(Interpreter, ["-", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Write(script);
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
