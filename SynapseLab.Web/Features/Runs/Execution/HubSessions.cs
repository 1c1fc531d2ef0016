using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>
/// The hub's open connections. A cookie is looked at when a connection begins and never again, so that every minute those are
/// ended whose account was disabled, or has another password or role since: as pages lose it.
/// </summary>
internal sealed class HubSessions(IServiceScopeFactory scopes, TimeProvider time, ILogger<HubSessions> logger) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, HubCallerContext> _open = new();

    internal void Add(HubCallerContext connection) => _open[connection.ConnectionId] = connection;

    internal void Remove(HubCallerContext connection) => _open.TryRemove(connection.ConnectionId, out _);

    /// <summary>Ends the connections of people who may not be signed in any more; a program that connects again is refused.</summary>
    internal async Task EndRevokedAsync()
    {
        foreach (HubCallerContext connection in _open.Values)
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<SignInManager<Account>>().ValidateSecurityStampAsync(connection.User) is null)
            {
                connection.Abort();
            }
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryEndRevokedAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops, and the connections with it.
        }
    }

    private async Task TryEndRevokedAsync()
    {
        try
        {
            await EndRevokedAsync();
        }
        catch (Exception error)
        {
            logger.LogError(error, "The accounts of the hub's connections could not be looked up; the next try follows.");
        }
    }
}
