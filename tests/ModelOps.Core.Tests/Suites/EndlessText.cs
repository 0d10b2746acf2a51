using System.Text;

namespace ModelOps.Core.Tests.Suites;

/// <summary>A text that begins as it is told to and goes on with one letter for very long.</summary>
internal sealed class EndlessText(string start, long length) : Stream
{
    private readonly byte[] _start = Encoding.UTF8.GetBytes(start);
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var done = 0;
        for (; done < count && _position < length; done++, _position++)
        {
            buffer[offset + done] = _position < _start.Length ? _start[_position] : (byte)'x';
        }

        return done;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
