using System.Runtime.InteropServices;

namespace ModelOps.Sandbox.Hosting;

/// <summary>Ends a server with the signals that ask a process to end, until it is disposed of.</summary>
internal sealed class EndSignals : IDisposable
{
    private readonly PosixSignalRegistration[] _signals;

    public EndSignals(ServerLife life) => _signals =
    [
        .. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, context =>
        {
            // A detached server outlives the terminal it was started from.
            context.Cancel = true;
            life.End();
        })),
    ];

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }
    }
}
