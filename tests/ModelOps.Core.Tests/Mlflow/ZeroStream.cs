namespace ModelOps.Core.Tests.Mlflow;

/// <summary>Zeros, as many as wanted, that take no memory.</summary>
/// <param name="length">How many.</param>
/// <param name="onRead">Called with what was read so far.</param>
internal sealed class ZeroStream(long length, Action<long>? onRead = null) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static async Task<long> CountAsync(Stream stream, Action<long>? onRead = null)
    {
        var piece = new byte[64 * 1024];
        long total = 0;
        for (int read; (read = await stream.ReadAsync(piece)) > 0;)
        {
            total += read;
            onRead?.Invoke(total);
        }

        return total;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = (int)Math.Min(count, length - _read);
        Array.Clear(buffer, offset, read);
        _read += read;
        onRead?.Invoke(_read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
