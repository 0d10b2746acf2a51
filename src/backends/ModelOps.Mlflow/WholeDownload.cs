using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Mlflow;

/// <summary>
/// A file with as many bytes as were listed: what was cut, emptied or exchanged on the way is asked for again, and what was read already is passed over.
/// </summary>
/// <param name="open">Asks for the file from its start.</param>
/// <param name="pause">Waits before it is asked for again.</param>
/// <param name="repeats">How often it is asked for again.</param>
/// <param name="file">The file as it was listed.</param>
/// <param name="server">Who serves it, for messages.</param>
internal sealed class WholeDownload(
    Func<CancellationToken, Task<Stream>> open, Func<int, CancellationToken, Task> pause, int repeats, ContentFile file, string server) : ForwardStream
{
    private const int PieceBytes = 64 * 1024;

    private readonly MemoryStream _beginning = new();
    private Stream? _body;
    private long _position;
    private int _repeated;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            try
            {
                _body ??= await OpenAtAsync(cancellationToken);
                var read = await _body.ReadAsync(_position < file.Length ? buffer[..(int)Math.Min(buffer.Length, file.Length - _position)] : new byte[1], cancellationToken);
                if (_position == file.Length && read == 0)
                {
                    return 0;
                }

                if (_position == file.Length && _repeated >= repeats)
                {
                    throw new ModelOpsException(ExitCode.GateFailed, ReleaseDiagnostics.DigestMismatch.At(
                        $"The registry lists '{file.Path}' with {file.Length} bytes and serves more."));
                }

                if (_position < file.Length && read > 0)
                {
                    _beginning.Write(buffer.Span[..(int)Math.Min(read, PieceBytes - _beginning.Length)]);
                    _position += read;
                    return read;
                }

                await RepeatAsync("", cancellationToken);
            }
            catch (ModelOpsException broken) when (broken.Diagnostics.All(finding => finding.Descriptor == RegistryDiagnostics.Unreachable))
            {
                await RepeatAsync($" {broken.Diagnostics[0].Message}", cancellationToken);
            }
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _body?.Dispose();
            _beginning.Dispose();
        }

        base.Dispose(disposing);
    }

    // Servers need not know ranges. A page of something between begins in another way than the file, and no file is put together from both; the rest
    // is for the digest of all bytes to tell.
    private async Task<Stream> OpenAtAsync(CancellationToken cancellationToken)
    {
        var body = await open(cancellationToken);
        try
        {
            var passed = new byte[PieceBytes];
            var known = _beginning.GetBuffer().AsMemory(0, (int)_beginning.Length);
            if (await body.ReadAtLeastAsync(passed.AsMemory(0, known.Length), known.Length, throwOnEndOfStream: false, cancellationToken) == known.Length
                && !known.Span.SequenceEqual(passed.AsSpan(0, known.Length)))
            {
                throw new ModelOpsException(ExitCode.RemoteFailure, NetworkDiagnostics.Incomplete.At(
                    $"{server} lists '{file.Path}' with {file.Length} bytes; {_position} came, and when it was asked again it began in another way."));
            }

            for (var left = _position - known.Length; left > 0;)
            {
                var read = await body.ReadAsync(passed.AsMemory(0, (int)Math.Min(left, PieceBytes)), cancellationToken);
                left = read > 0 ? left - read : 0;
            }

            return body;
        }
        catch
        {
            await body.DisposeAsync();
            throw;
        }
    }

    private async Task RepeatAsync(string why, CancellationToken cancellationToken)
    {
        if (_body is not null)
        {
            await _body.DisposeAsync();
            _body = null;
        }

        if (_repeated >= repeats)
        {
            throw new ModelOpsException(ExitCode.RemoteFailure, NetworkDiagnostics.Incomplete.At(
                $"{server} lists '{file.Path}' with {file.Length} bytes, and {_position} came, asked {_repeated + 1} {(_repeated == 0 ? "time" : "times")}.{why}"));
        }

        await pause(_repeated++, cancellationToken);
    }
}
