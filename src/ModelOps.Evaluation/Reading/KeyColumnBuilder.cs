using System.Text;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Evaluation.Reading;

/// <summary>The column that names the rows.</summary>
/// <param name="name">Name of the column.</param>
/// <param name="limits">How much is read.</param>
/// <param name="problems">Takes the problems.</param>
internal sealed class KeyColumnBuilder(string name, ReadLimits limits, RowProblems problems) : IColumnBuilder
{
    private readonly List<int> _starts = [0];
    private byte[] _bytes = new byte[1024];

    public RowKeys Build() => new(_bytes[.._starts[^1]], [.. _starts]);

    /// <inheritdoc />
    public void Add(ReadOnlySpan<char> text, int line)
    {
        if (text.IsEmpty || text.Length > limits.NameLength)
        {
            problems.AddValue(name, $"a key of at most {limits.NameLength} characters", text, line);
            text = [];
        }

        var start = _starts[^1];
        var needed = start + (long)Encoding.UTF8.GetMaxByteCount(text.Length);
        if (needed > limits.KeyBytes)
        {
            throw problems.Stop(EvaluationDiagnostics.TooLarge, $"The keys of column {RowProblems.Show(name)} have more than {limits.KeyBytes} bytes.", line);
        }

        if (needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * _bytes.Length)));
        }

        _starts.Add(start + Encoding.UTF8.GetBytes(text, _bytes.AsSpan(start)));
    }
}
