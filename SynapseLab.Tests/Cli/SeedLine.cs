using System.Text.RegularExpressions;

namespace SynapseLab.Tests.Cli;

/// <summary>An example line of the seeds, its program's name replaced by the table of docs/cli.md, its sizes cut to a phantom's.</summary>
internal static partial class SeedLine
{
    private const string Command = "./synapselab ";

    // Sizes alone; whatever else a line says stays.
    private static readonly string[] s_epochs = ["--epochs", "--num_epochs"], s_batch = ["--batch_size"], s_cube = ["--cube_size", "--bbox_size"], s_width = ["--width"];

    /// <summary>The seeds' programs and what docs/cli.md puts in their place; of two that fit a line, the longer one holds.</summary>
    internal static IReadOnlyList<(string Program, string Ours)> Programs { get; } =
        [.. Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "cli.md"))).Select(row => (row.Groups[1].Value, row.Groups[2].Value)).OrderByDescending(row => row.Item1.Length)];

    /// <summary>The arguments of the line here.</summary>
    internal static string[] Arguments(string line)
    {
        if (line.StartsWith(Command, StringComparison.Ordinal))
        {
            return line[Command.Length..].Split(' ');
        }

        (string program, string ours) = Programs.First(row => line == row.Program || line.StartsWith(row.Program + " ", StringComparison.Ordinal));
        return [.. (ours + line[program.Length..]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>A training small enough for a test: one epoch of batches of <paramref name="batch"/>, a network of width 2.</summary>
    internal static string[] Small(string line, int batch = 2, int? cube = null)
    {
        string[] small = With(With(With(Arguments(line), s_epochs, "1"), s_batch, $"{batch}"), s_width, "2");
        return cube is null ? small : With(small, s_cube, $"{cube}");
    }

    /// <summary>The line with smaller cubes.</summary>
    internal static string[] WithCubesOf(string line, int size) => With(Arguments(line), s_cube, $"{size}");

    private static string[] With(string[] arguments, string[] names, string value)
    {
        int at = Array.FindIndex(arguments, names.Contains);
        return at < 0 ? [.. arguments, names[0], value] : [.. arguments[..(at + 1)], value, .. arguments[(at + 2)..]];
    }

    [GeneratedRegex(@"^\| `(python [^`]+)` \| `\./synapselab ([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Row();
}
