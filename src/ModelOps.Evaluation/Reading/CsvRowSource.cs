using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Evaluation.Reading;

/// <summary>Rows of a CSV file after RFC 4180, in UTF-8, with a header.</summary>
internal sealed class CsvRowSource : IRowSource
{
    private readonly ReadLimits _limits;
    private readonly RowProblems _problems;
    private readonly MeteredReader _text;
    private readonly CsvParser _parser;
    private bool _isDamaged;

    /// <summary>Reads the header.</summary>
    /// <exception cref="ModelOpsException">There is no header that can be used (MOP6001).</exception>
    public CsvRowSource(Stream stream, ReadLimits limits, RowProblems problems, CancellationToken cancellationToken)
    {
        (_limits, _problems) = (limits, problems);
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
        _text = new MeteredReader(new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false), limits.RowLength, cancellationToken);
        _parser = new CsvParser(_text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ",",
            Mode = CsvMode.RFC4180,
            BufferSize = 1 << 16,
            MaxFieldSize = limits.FieldLength,
            IgnoreBlankLines = false,
            BadDataFound = _ => _isDamaged = true,
        });
        Columns = Advance() ? [.. _parser.Record!] : [];
        ReportDamage();
        new HeaderCheck(limits, problems).Check(Columns);
    }

    /// <inheritdoc />
    public IReadOnlyList<string> Columns { get; } = [];

    /// <inheritdoc />
    public bool HasAllColumns => true;

    /// <inheritdoc />
    public int Line { get; private set; }

    /// <inheritdoc />
    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            var text = _parser[column];
            ReportDamage();
            return text;
        }
    }

    /// <inheritdoc />
    public bool Read()
    {
        while (!_problems.IsFull && Advance())
        {
            if (_parser.Count == Columns.Count)
            {
                TouchAllIfLong();
                return true;
            }

            // An empty line is no row, unless a row is a single value.
            if (_parser.Count > 1 || _parser[0].Length > 0)
            {
                TouchAllIfLong();
                _problems.Add(EvaluationDiagnostics.Unreadable, $"The row has {_parser.Count} values, the header {Columns.Count}.", Line);
            }
        }

        return false;
    }

    /// <inheritdoc />
    public void Dispose() => _parser.Dispose();

    private bool Advance()
    {
        Line = _parser.RawRow + 1;
        try
        {
            _text.BeginRow();
            return _parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw _problems.Stop(
                EvaluationDiagnostics.Unreadable, $"A value has more than {_limits.FieldLength} characters; most likely a quote is not closed.", Line);
        }
        catch (InvalidDataException)
        {
            throw _problems.Stop(EvaluationDiagnostics.Unreadable, $"A row has more than {_limits.RowLength} characters.", Line);
        }
        catch (DecoderFallbackException)
        {
            throw _problems.Stop(EvaluationDiagnostics.Unreadable, "The text from here on is not UTF-8.", Line);
        }
        catch (IOException failure)
        {
            throw _problems.Stop(EvaluationDiagnostics.Unreadable, $"It cannot be read: {failure.Message}", Line);
        }
    }

    // A quote that is never closed swallows all rows that follow; the parser says so only to those who ask for the value.
    private void TouchAllIfLong()
    {
        if (_parser.RawRow > Line)
        {
            _ = _parser.Record;
            ReportDamage();
        }
    }

    private void ReportDamage()
    {
        if (_isDamaged)
        {
            _isDamaged = false;
            _problems.Add(
                EvaluationDiagnostics.Unreadable, "A quote is not closed, or stands within a value: quote the whole value and write quotes in it twice.", Line);
        }
    }
}
