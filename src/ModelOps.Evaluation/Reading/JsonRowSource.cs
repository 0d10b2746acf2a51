using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Evaluation.Reading;

/// <summary>Rows of a file of JSON lines: one object a line, in UTF-8.</summary>
/// <param name="stream">The file.</param>
/// <param name="limits">How much is read.</param>
/// <param name="problems">Takes the problems.</param>
/// <param name="cancellationToken">Ends reading.</param>
internal sealed class JsonRowSource(Stream stream, ReadLimits limits, RowProblems problems, CancellationToken cancellationToken) : IRowSource
{
    private readonly JsonLines _lines = new(stream, limits.RowLength, cancellationToken);
    private readonly JsonRow _row = new(limits);
    private bool _hasBareNumbers;

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => _row.Columns;

    /// <inheritdoc />
    public bool HasAllColumns { get; private set; }

    /// <inheritdoc />
    public int Line { get; private set; }

    /// <inheritdoc />
    public ReadOnlySpan<char> this[int column] => _row[column];

    /// <inheritdoc />
    public bool Read()
    {
        while (!problems.IsFull && TryReadLine(out var line))
        {
            if (line.IsEmpty)
            {
                continue;
            }

            if (FindProblem(line) is not { } problem)
            {
                return true;
            }

            problems.Add(EvaluationDiagnostics.Unreadable, problem, Line);
        }

        HasAllColumns = true;
        return false;
    }

    /// <inheritdoc />
    public void Dispose() => _lines.Dispose();

    private bool TryReadLine(out ReadOnlySpan<byte> line)
    {
        Line++;
        try
        {
            var isThere = _lines.TryRead(out line);
            line = (Line == 1 && line.StartsWith("\uFEFF"u8) ? line[3..] : line).Trim(" \t\r"u8);
            return isThere;
        }
        catch (InvalidDataException)
        {
            throw problems.Stop(EvaluationDiagnostics.Unreadable, $"The line has more than {limits.RowLength} bytes; expected one JSON object a line.", Line);
        }
        catch (IOException failure)
        {
            throw problems.Stop(EvaluationDiagnostics.Unreadable, $"It cannot be read: {failure.Message}", Line);
        }
    }

    private string? FindProblem(ReadOnlySpan<byte> line)
    {
        try
        {
            // The first such line costs an exception, the others a look.
            return _row.Read(_hasBareNumbers ? BareNumbers.Quote(line) ?? line : line);
        }
        catch (JsonException failure)
        {
            if (!_hasBareNumbers && BareNumbers.Quote(line) is { } quoted)
            {
                _hasBareNumbers = true;
                return FindProblem(quoted);
            }

            var end = failure.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            return $"Not JSON: {(end < 0 ? failure.Message : failure.Message[..end])}";
        }
        catch (InvalidOperationException)
        {
            return "Not JSON: a text holds bytes or escapes that are not Unicode.";
        }
    }
}
