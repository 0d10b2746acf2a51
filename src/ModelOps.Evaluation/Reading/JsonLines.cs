namespace ModelOps.Evaluation.Reading;

/// <summary>Lines of a stream, one at a time in one buffer.</summary>
/// <param name="stream">The stream.</param>
/// <param name="longest">Bytes of the longest line that is read.</param>
/// <param name="cancellationToken">Ends reading.</param>
internal sealed class JsonLines(Stream stream, int longest, CancellationToken cancellationToken) : IDisposable
{
    private const int FirstLength = 1 << 16;

    private byte[] _buffer = new byte[FirstLength];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>The next line without its end, good until the next call.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="InvalidDataException">The line is too long.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var length = rest[searched..].IndexOf((byte)'\n');
            if (length >= 0 || _isAtEnd)
            {
                length = length < 0 ? rest.Length : searched + length;
                line = rest[..length];
                _start += Math.Min(length + 1, rest.Length);
                return rest.Length > 0;
            }

            searched = rest.Length;
            Fill();
        }
    }

    /// <inheritdoc />
    public void Dispose() => stream.Dispose();

    private void Fill()
    {
        cancellationToken.ThrowIfCancellationRequested();
        var length = _end - _start;
        if (length > longest)
        {
            throw new InvalidDataException();
        }

        var target = length > _buffer.Length / 2 ? new byte[2 * _buffer.Length] : _buffer;
        _buffer.AsSpan(_start, length).CopyTo(target);
        (_buffer, _start, _end) = (target, 0, length);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _isAtEnd = read == 0;
        _end += read;
    }
}
