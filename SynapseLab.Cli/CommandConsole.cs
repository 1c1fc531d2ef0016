namespace SynapseLab.Cli;

/// <summary>Where a verb writes: results to <paramref name="Out"/>, progress and failures to <paramref name="Error"/>.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="ErrorIsTerminal">Whether a person looks at standard error: bars that redraw, else plain lines.</param>
/// <param name="Clock">Source of time for rates and remaining times.</param>
internal sealed record CommandConsole(TextWriter Out, TextWriter Error, bool ErrorIsTerminal, TimeProvider Clock);
