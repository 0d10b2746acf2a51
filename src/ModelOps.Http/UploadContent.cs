using System.Net;
using System.Net.Http.Headers;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Http;

/// <summary>A body of known length that is copied from a stream in small pieces, so that memory stays flat.</summary>
internal sealed class UploadContent : HttpContent
{
    private const int PieceBytes = 128 * 1024;

    private readonly Stream _source;
    private readonly long _length;
    private readonly Action _onSent;
    private readonly bool _isWhole;

    /// <summary>What kept the body from being sent to its end; null when nothing did. Whoever closes in the middle may have answered before.</summary>
    public IOException? Failure { get; private set; }

    /// <param name="source">Read from where it is; disposed with this.</param>
    /// <param name="length">Bytes to send.</param>
    /// <param name="onSent">Called after every piece.</param>
    /// <param name="isWhole">Whether the source must end with these bytes; else they are a part of it.</param>
    public UploadContent(Stream source, long length, Action onSent, bool isWhole = false)
    {
        (_source, _length, _onSent, _isWhole) = (source, length, onSent, isWhole);
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var piece = new byte[(int)Math.Clamp(_length, 1, PieceBytes)];
        for (var left = _length; left > 0;)
        {
            var wanted = (int)Math.Min(left, piece.Length);
            var read = Failure is null ? await ReadAsync(piece.AsMemory(0, wanted), cancellationToken) : wanted;
            if (read == left && Failure is null)
            {
                await RequireEndAsync(cancellationToken);
            }

            await SendAsync(stream, piece.AsMemory(0, read), cancellationToken);
            left -= read;
            _onSent();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _source.Dispose();
        }

        base.Dispose(disposing);
    }

    // A failure here would hide the answer that is waiting to be read, such as a 413: what is left is counted, not read, and goes nowhere.
    private async Task SendAsync(Stream stream, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(piece, cancellationToken);
        }
        catch (IOException exception)
        {
            Failure ??= exception;
        }
    }

    // A failure of the source must not look like one of the network: another try would not help.
    private async Task<int> ReadAsync(Memory<byte> piece, CancellationToken cancellationToken)
    {
        try
        {
            var read = await _source.ReadAsync(piece, cancellationToken);
            return read > 0 ? read : throw new EndOfStreamException($"The file has fewer than the {_length} bytes it had when it was listed.");
        }
        catch (IOException exception)
        {
            throw Unreadable(exception);
        }
    }

    // Before the last piece is sent: a server takes what is complete, and the file would be there without its end.
    private async Task RequireEndAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_isWhole && await _source.ReadAsync(new byte[1], cancellationToken) > 0)
            {
                throw new IOException($"The file has more than the {_length} bytes it had when it was listed.");
            }
        }
        catch (IOException exception)
        {
            throw Unreadable(exception);
        }
    }

    private static ModelOpsException Unreadable(IOException exception) => new(
        ExitCode.BadInput, HostDiagnostics.FileFailed.At($"A file cannot be read while it is uploaded: {exception.Message}"), exception);
}
