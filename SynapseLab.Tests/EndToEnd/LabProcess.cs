using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SynapseLab.Tests.EndToEnd;

/// <summary>The real server as a process of its own, on a free loopback port and a temporary data folder.</summary>
internal sealed class LabProcess : IDisposable
{
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(90);
    private readonly Process _process;

    private LabProcess(Process process, string url) => (_process, Url) = (process, url);

    /// <summary>Where it listens, without a slash at the end.</summary>
    internal string Url { get; }

    /// <summary>Starts the server that was built beside the tests; <paramref name="dataRoot"/> is where datasets may be registered.</summary>
    internal static async Task<LabProcess> StartAsync(string dataPath, string dataRoot)
    {
        Process process = Process.Start(Command(dataPath, dataRoot, "http://127.0.0.1:0"))!;
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && Regex.Match(text, @"Now listening on: (http://\S+)") is { Success: true } match)
            {
                address.TrySetResult(match.Groups[1].Value);
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, await address.Task.WaitAsync(s_startLimit));
    }

    /// <summary>Starts a server that is expected not to come up; answers its exit code and what it wrote to standard error.</summary>
    internal static async Task<(int Code, string Errors)> FailToStartAsync(string dataPath, string dataRoot, string url)
    {
        using Process process = Process.Start(Command(dataPath, dataRoot, url))!;
        process.BeginOutputReadLine();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(s_startLimit);
        }
        finally
        {
            process.Kill();
        }

        return (process.ExitCode, await errors);
    }

    /// <summary>kill −9: no handler runs, nothing is flushed.</summary>
    internal void KillHard()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            KillHard();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Command(string dataPath, string dataRoot, string url)
    {
        string web = Path.Combine(Repository.Root, "SynapseLab.Web");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = web,
        };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory.Replace("SynapseLab.Tests", "SynapseLab.Web"), "SynapseLab.Web.dll"), "--urls", url, "--contentRoot", web];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["SynapseLab__DataPath"] = dataPath;
        start.Environment["SynapseLab__DataRoots__0"] = dataRoot;
        start.Environment["SynapseLab__DemoDataset"] = "false";
        return start;
    }
}
