using System.Text;

namespace ModelOps.Cli.Streams;

/// <summary>A stream of the process that may be full or closed: from the first failure on what is written is dropped, so that the work is done to its end.</summary>
internal sealed class GuardedWriter : TextWriter
{
    private readonly TextWriter _inner = Null;
    private readonly Exception? _closed;

    /// <summary>Opens the stream; one that is closed already fails with the first text.</summary>
    /// <param name="open">Opens it.</param>
    public GuardedWriter(Func<TextWriter> open)
    {
        try
        {
            _inner = open();
        }
        catch (Exception failure) when (IsOfStream(failure))
        {
            _closed = failure;
        }
    }

    /// <summary>Why the stream took no more; null while it takes all.</summary>
    public Exception? Failure { get; private set; }

    public override Encoding Encoding => _inner.Encoding;

    public override void Write(char value) => Try(() => _inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => _inner.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => _inner.Write(value));

    public override void WriteLine(string? value) => Try(() => _inner.WriteLine(value));

    public override void Flush() => Try(_inner.Flush);

    private void Try(Action write)
    {
        Failure ??= _closed;
        if (Failure is not null)
        {
            return;
        }

        try
        {
            write();
        }
        catch (Exception failure) when (IsOfStream(failure))
        {
            Failure = failure;
        }
    }

    private static bool IsOfStream(Exception failure) => failure is IOException or UnauthorizedAccessException or ObjectDisposedException;
}
