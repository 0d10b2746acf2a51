using System.Diagnostics;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Http;

/// <summary>
/// The body of an answer, read as it comes. A connection that breaks or falls silent is a catalog failure, never a short file.
/// </summary>
internal sealed class DownloadStream(HttpAnswer answer, Stream body, string what, TransferPace pace) : ForwardStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var idle = new IdleTimeout(pace.Silence, cancellationToken);
        var start = Stopwatch.GetTimestamp();
        try
        {
            var read = await body.ReadAsync(buffer, idle.Token);
            pace.Add(start, read, what);
            return read;
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cause = idle.Elapsed ? idle.Timeout(exception) : exception;
            throw new ModelOpsException(
                ExitCode.RemoteFailure, RegistryDiagnostics.Unreachable.At($"The transfer of {what} broke off: {cause.Message}."), cause);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
            answer.Dispose();
        }

        base.Dispose(disposing);
    }
}
