using System.Text;

namespace ModelOps.Cli.Streams;

/// <summary>A stream of the process that may be full or closed: from the first failure on what is written is dropped, so that the work is done to its end.</summary>
/// <param name="inner">The stream.</param>
internal sealed class GuardedWriter(TextWriter inner) : TextWriter
{
    /// <summary>Why the stream took no more; null while it takes all.</summary>
    public Exception? Failure { get; private set; }

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        if (Failure is not null)
        {
            return;
        }

        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            Failure = failure;
        }
    }
}
