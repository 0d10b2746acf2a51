using System.Diagnostics;
using System.Globalization;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Http;

/// <summary>Watches the transfer of one file. Only time that is spent waiting for the other side counts: a slow disk here is not its fault.</summary>
/// <param name="limits">How slow it may be.</param>
internal sealed class TransferPace(DownloadLimits limits)
{
    private TimeSpan _waited;
    private TimeSpan _window;
    private long _bytes;

    /// <summary>Longest time without a byte.</summary>
    public TimeSpan Silence => limits.Silence;

    /// <summary>Counts what one read brought.</summary>
    /// <param name="start">Timestamp of its begin.</param>
    /// <param name="bytes">Bytes that came.</param>
    /// <param name="what">The file, for messages.</param>
    /// <exception cref="ModelOpsException">The transfer is too slow (MOP2119).</exception>
    public void Add(long start, int bytes, string what) => Add(Stopwatch.GetElapsedTime(start), bytes, what);

    /// <summary>The same for a time.</summary>
    public void Add(TimeSpan elapsed, int bytes, string what)
    {
        _waited += elapsed;
        _window += elapsed;
        _bytes += bytes;
        if (_waited > limits.Deadline)
        {
            throw TooSlow($"'{what}' did not come within {Seconds(limits.Deadline)} s.");
        }

        if (_window < limits.Silence)
        {
            return;
        }

        if (_bytes < _window.TotalSeconds * DownloadLimits.MinBytesPerSecond)
        {
            throw TooSlow($"'{what}' comes too slowly: {_bytes} bytes in {Seconds(_window)} s; expected {DownloadLimits.MinBytesPerSecond} bytes a second at least.");
        }

        (_window, _bytes) = (TimeSpan.Zero, 0);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);

    private static ModelOpsException TooSlow(string message) => new(ExitCode.RemoteFailure, NetworkDiagnostics.Incomplete.At(message));
}
