using ModelOps.Evaluation.Slicing;

namespace ModelOps.Evaluation.Reading;

/// <summary>A column of numbers that is cut into bins to slice by; a row without a number belongs to none of them.</summary>
/// <param name="bins">The bins.</param>
/// <param name="name">Name of the column.</param>
/// <param name="problems">Takes the problems.</param>
internal sealed class BinColumnBuilder(string name, SliceBins bins, RowProblems problems) : IColumnBuilder
{
    private readonly List<int> _values = [];

    public int[] Build() => [.. _values];

    /// <inheritdoc />
    public void Add(ReadOnlySpan<char> text, int line)
    {
        var code = bins.Names.Count - 1;
        if (!text.IsEmpty)
        {
            if (NumberRange.Finite.TryParse(text, out var value))
            {
                code = bins.Of(value);
            }
            else
            {
                problems.AddValue(name, "a finite number or nothing", text, line);
            }
        }

        _values.Add(code);
    }
}
