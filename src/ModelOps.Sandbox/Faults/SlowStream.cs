namespace ModelOps.Sandbox.Faults;

/// <summary>Passes bytes on no faster than a given speed.</summary>
/// <param name="inner">Takes the bytes.</param>
/// <param name="bytesPerSecond">The speed.</param>
/// <param name="time">The clock.</param>
internal sealed class SlowStream(Stream inner, int bytesPerSecond, TimeProvider time) : Stream
{
    private const int PiecesPerSecond = 10;

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var piece = Math.Max(1, bytesPerSecond / PiecesPerSecond);
        while (buffer.Length > 0)
        {
            var length = Math.Min(piece, buffer.Length);
            await Task.Delay(TimeSpan.FromSeconds((double)length / bytesPerSecond), time, cancellationToken);
            await inner.WriteAsync(buffer[..length], cancellationToken);
            await inner.FlushAsync(cancellationToken);
            buffer = buffer[length..];
        }
    }

    /// <inheritdoc />
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    /// <inheritdoc />
    public override void Flush() => inner.Flush();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();
}
