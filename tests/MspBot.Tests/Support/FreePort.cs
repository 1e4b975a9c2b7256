using System.Net;
using System.Net.Sockets;

namespace MspBot.Tests.Support;

/// <summary>
/// Ports for servers whose address has to be known before they start. They lie below those that the system gives to outgoing connections
/// (32768 and up on Linux, 49152 elsewhere): such a port would be free when asked for and taken a moment later.
/// </summary>
static class FreePort
{
    const int First = 20_000;
    const int Count = 12_000;

    // Other test processes, which run at the same time, begin elsewhere.
    static int last = Random.Shared.Next(Count);

    public static int Next()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref last) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody's; the next one.
            }
        }
    }
}
