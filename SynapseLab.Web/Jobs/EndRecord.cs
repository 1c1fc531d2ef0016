namespace SynapseLab.Web.Jobs;

/// <summary>
/// Stores how a piece of work ended, and tries again while the database cannot be written, as on a full disk: an end that
/// gets lost would leave the work "running" with nobody at it.
/// </summary>
internal static class EndRecord
{
    /// <summary>Between two tries.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>Returns when <paramref name="store"/> has succeeded, or when the server stops: its next start finds the work in the middle.</summary>
    internal static async Task StoreAsync(Func<Task> store, string work, ILogger logger, CancellationToken serverStops)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                await store();
                return;
            }
            catch (Exception error)
            {
                if (tries == 1)
                {
                    logger.LogError(error, "The end of {Work} cannot be stored yet; trying again until it can.", work);
                }

                if (serverStops.IsCancellationRequested)
                {
                    return;
                }
            }

            await Task.Delay(s_pause, CancellationToken.None);
        }
    }
}
