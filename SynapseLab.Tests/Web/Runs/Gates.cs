using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>Runs stop before their first step until their gate is opened.</summary>
internal sealed class Gates
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    // Longer than a test's, or what it waits for might come by a run's giving up.
    private static readonly TimeSpan s_patienceOfRuns = 3 * s_patience;
    private readonly HashSet<int> _arrived = [], _open = [];
    private bool _all;

    internal void Pass(TrainingOptions options, long step)
    {
        int run = int.Parse(Path.GetFileName(options.RunDir));
        lock (_arrived)
        {
            _arrived.Add(run);
            Monitor.PulseAll(_arrived);
            Wait(() => _all || _open.Contains(run), s_patienceOfRuns);
        }
    }

    internal void WaitFor(int run)
    {
        lock (_arrived)
        {
            Wait(() => _arrived.Contains(run), s_patience);
        }
    }

    internal void Open(int run)
    {
        lock (_arrived)
        {
            _open.Add(run);
            Monitor.PulseAll(_arrived);
        }
    }

    internal void OpenAll()
    {
        lock (_arrived)
        {
            _all = true;
            Monitor.PulseAll(_arrived);
        }
    }

    private void Wait(Func<bool> until, TimeSpan patience)
    {
        while (!until())
        {
            Assert.True(Monitor.Wait(_arrived, patience), "a run did not come so far");
        }
    }
}
