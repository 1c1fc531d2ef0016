using SynapseLab.Engine;

namespace SynapseLab.Cli;

/// <summary>
/// Shows progress on standard error: on a terminal one bar that redraws ten times a second at most, in a pipe a plain line
/// every five seconds at most.
/// </summary>
internal sealed class ProgressLine(CommandConsole console) : IProgress<WorkProgress>, IDisposable
{
    private const int BarWidth = 24;
    private static readonly TimeSpan s_redraw = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_newLine = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly long _start = console.Clock.GetTimestamp();
    private TimeSpan _lastShown = TimeSpan.MinValue;
    private int _drawnLength;

    /// <inheritdoc />
    public void Report(WorkProgress value)
    {
        lock (_lock)
        {
            TimeSpan elapsed = console.Clock.GetElapsedTime(_start);
            TimeSpan interval = console.ErrorIsTerminal ? s_redraw : s_newLine;
            if (_lastShown != TimeSpan.MinValue && elapsed - _lastShown < interval)
            {
                return;
            }

            _lastShown = elapsed;
            Show(value, elapsed);
        }
    }

    /// <inheritdoc />
    public void Dispose() => Wipe();

    /// <summary>Wipes the bar, so that what is printed next begins on a clean line.</summary>
    public void Wipe()
    {
        lock (_lock)
        {
            if (_drawnLength > 0)
            {
                console.Error.Write($"\r{new string(' ', _drawnLength)}\r");
                _drawnLength = 0;
            }
        }
    }

    private void Show(WorkProgress value, TimeSpan elapsed)
    {
        double fraction = value.Total > 0 ? Math.Clamp((double)value.Done / value.Total, 0, 1) : 0;
        string percent = value.Total > 0 ? $"{100 * fraction,3:F0} %  " : "";
        string remaining = fraction is > 0 and < 1 ? $", {Remaining(elapsed * ((1 - fraction) / fraction))} left" : "";
        if (!console.ErrorIsTerminal)
        {
            console.Error.WriteLine($"{percent}{value.Stage}{remaining}");
            return;
        }

        int filled = (int)(fraction * BarWidth);
        string line = $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {percent}{value.Stage}{remaining}";
        console.Error.Write($"\r{line.PadRight(_drawnLength)}");
        _drawnLength = line.Length;
    }

    private static string Remaining(TimeSpan time) => time.TotalHours >= 1
        ? $"{(int)time.TotalHours} h {time.Minutes:00} min"
        : $"{time.Minutes}:{time.Seconds:00}";
}
