using System.Diagnostics;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Http;

/// <summary>
/// The body of an answer, read as it comes. A connection that breaks or falls silent is a catalog failure, never a short file.
/// </summary>
internal sealed class DownloadStream(HttpAnswer answer, Stream body, string what, TransferPace pace) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

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

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

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
