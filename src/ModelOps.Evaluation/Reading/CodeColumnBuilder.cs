using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Evaluation.Reading;

/// <summary>A column of names: classes, queries, clusters or values to slice by.</summary>
/// <param name="name">Name of the column.</param>
/// <param name="codes">The names; several columns may share them.</param>
/// <param name="most">Most names.</param>
/// <param name="limits">How much is read.</param>
/// <param name="problems">Takes the problems.</param>
internal sealed class CodeColumnBuilder(string name, TextCodes codes, int most, ReadLimits limits, RowProblems problems) : IColumnBuilder
{
    private readonly List<int> _values = [];

    /// <summary>Whether a row without a name has one of its own, which is the empty text.</summary>
    public bool AllowsNothing { get; init; }

    /// <summary>What to do about too many names.</summary>
    public string Advice { get; init; } = "";

    /// <summary>The names that rows have, each once.</summary>
    public IReadOnlyList<string> Texts => [.. _values.Distinct().Select(code => codes.Texts[code])];

    public int[] Build() => [.. _values];

    /// <inheritdoc />
    public void Add(ReadOnlySpan<char> text, int line)
    {
        if ((text.IsEmpty && !AllowsNothing) || text.Length > limits.NameLength)
        {
            problems.AddValue(name, $"a name of at most {limits.NameLength} characters", text, line);
            _values.Add(0);
            return;
        }

        _values.Add(codes.Of(text));
        if (codes.Texts.Count > most)
        {
            throw problems.Stop(EvaluationDiagnostics.TooLarge, $"Column {RowProblems.Show(name)} has more than {most} different values.{Advice}", line);
        }
    }
}
