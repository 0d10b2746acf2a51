namespace ModelOps.Evaluation.Reading;

/// <summary>Text of which no single row may take more than an allowance: a row without end is found before it fills the memory.</summary>
/// <param name="inner">The text.</param>
/// <param name="allowance">Characters that a row may take, what is read ahead included.</param>
/// <param name="cancellationToken">Ends reading.</param>
internal sealed class MeteredReader(TextReader inner, int allowance, CancellationToken cancellationToken) : TextReader
{
    private long _left = allowance;

    /// <summary>Begins a row.</summary>
    public void BeginRow() => _left = allowance;

    /// <inheritdoc />
    /// <exception cref="InvalidDataException">The row takes more than its allowance.</exception>
    public override int Read(char[] buffer, int index, int count)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_left < 0)
        {
            throw new InvalidDataException();
        }

        var read = inner.Read(buffer, index, count);
        _left -= read;
        return read;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
