using System.Net;
using System.Net.Sockets;

namespace SynapseLab.Engine.Training;

/// <summary>Where the processes of a local run meet.</summary>
internal static class MeetingPort
{
    // Below the ports that the kernel hands out by itself (32768 and up): between this look and the moment when rank 0 listens, no other
    // program is given it.
    private const int Lowest = 15_000;
    private const int Count = 17_000;

    private static int s_looks;

    /// <summary>A TCP port of the loopback address that nobody listens on; another one with each call.</summary>
    /// <exception cref="EngineException">All of them are taken.</exception>
    internal static int Free()
    {
        for (int look = 0; look < Count; look++)
        {
            int port = Lowest + (int)((Environment.ProcessId + (101L * Interlocked.Increment(ref s_looks))) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Taken: the next.
            }
        }

        throw new EngineException($"Expected a free TCP port between {Lowest} and {Lowest + Count - 1} for the processes of the run to meet at, found none; end programs that listen there, or train in one process.");
    }
}
