using System.Text;

namespace ModelOps.Core.Launching;

/// <summary>Reads what a process writes, so that it never waits for a reader, and keeps the end of it.</summary>
internal sealed class TailText
{
    private const int MaxLength = 2_000;

    private readonly StringBuilder _text = new();

    /// <summary>Reads to the end.</summary>
    public async Task ReadAsync(StreamReader reader)
    {
        var buffer = new char[1_024];
        try
        {
            while (await reader.ReadAsync(buffer) is > 0 and var count)
            {
                Keep(buffer.AsSpan(0, count));
            }
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // The process was let go of while it went on.
        }
    }

    /// <inheritdoc />
    public override string ToString()
    {
        lock (_text)
        {
            return _text.ToString().Trim();
        }
    }

    private void Keep(ReadOnlySpan<char> text)
    {
        lock (_text)
        {
            _text.Append(text);
            _text.Remove(0, Math.Max(0, _text.Length - MaxLength));
        }
    }
}
