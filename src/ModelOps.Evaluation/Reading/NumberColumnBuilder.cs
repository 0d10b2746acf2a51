namespace ModelOps.Evaluation.Reading;

/// <summary>A column of numbers.</summary>
/// <param name="name">Name of the column.</param>
/// <param name="range">Which numbers it may hold.</param>
/// <param name="problems">Takes the problems.</param>
internal sealed class NumberColumnBuilder(string name, NumberRange range, RowProblems problems) : IColumnBuilder
{
    private readonly List<double> _values = [];

    /// <summary>Value of the last row.</summary>
    public double Last => _values[^1];

    public double[] Build() => [.. _values];

    /// <inheritdoc />
    public void Add(ReadOnlySpan<char> text, int line)
    {
        if (!range.TryParse(text, out var value))
        {
            problems.AddValue(name, range.Expected, text, line);
        }

        _values.Add(value);
    }
}
