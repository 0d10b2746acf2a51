using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation.Classes;

namespace ModelOps.Evaluation.Reading;

/// <summary>The columns of probabilities, each for a class by name or by the order of the classes.</summary>
internal sealed class ProbabilityColumns
{
    // Probabilities that are written with two digits are off by 0.005 each.
    private const double ErrorOfClass = 0.005;

    private readonly PredictionColumns _columns;
    private readonly RowProblems _problems;
    private readonly List<(string? Class, string Column, NumberColumnBuilder Builder)> _builders = [];

    /// <summary>Adds the columns to those that are read, and the classes that they name to those that are known.</summary>
    public ProbabilityColumns(PredictionColumns columns, ColumnBindings bindings, TextCodes classes, RowProblems problems)
    {
        (_columns, _problems) = (columns, problems);
        foreach (var text in columns.Probability)
        {
            var (name, column) = ProbabilityColumn.Parse(text);
            if (name is not null)
            {
                classes.Of(name);
            }

            _builders.Add((name, column, bindings.Add(column, new NumberColumnBuilder(column, NumberRange.Probability, problems))));
        }
    }

    /// <summary>Checks that the probabilities of the last row are all that can happen.</summary>
    public void CheckRow(int line)
    {
        if (_builders.Count < 2)
        {
            return;
        }

        var sum = 0.0;
        foreach (var (_, _, builder) in _builders)
        {
            sum += builder.Last;
        }

        if (Math.Abs(sum - 1) > ErrorOfClass * Math.Max(2, _builders.Count))
        {
            _problems.Add(EvaluationDiagnostics.ValueInvalid, FormattableString.Invariant($"The probabilities of the classes add up to {sum:0.####}; expected 1."), line);
        }
    }

    /// <summary>The probabilities in the order of the classes; for a binary task those of the positive one.</summary>
    public IReadOnlyList<double[]> Build(CodedClasses classes)
    {
        if (_builders.Count == 0)
        {
            return [];
        }

        if (_builders[0].Class is null)
        {
            return BuildInOrder(classes.Names.Count);
        }

        var byClass = _builders.ToLookup(entry => classes.Spelling.Canonical(entry.Class!)!, StringComparer.Ordinal);
        var found = new List<double[]>();
        foreach (var name in _columns.Task == EvaluationTask.Binary ? classes.Names.TakeLast(1) : classes.Names)
        {
            if (byClass[name].Count() != 1)
            {
                _problems.Add(EvaluationDiagnostics.ColumnMissing, $"The class {RowProblems.Show(name)} has {byClass[name].Count()} columns of probabilities; expected one, as class=column.");
                continue;
            }

            found.Add(byClass[name].First().Builder.Build());
        }

        return found;
    }

    private IReadOnlyList<double[]> BuildInOrder(int classes)
    {
        var expected = _columns.Task == EvaluationTask.Binary ? 1 : classes;
        if (_builders.Count != expected)
        {
            _problems.Add(EvaluationDiagnostics.ColumnMissing, $"There are {classes} classes and {_builders.Count} columns of probabilities; name the class of each as class=column.");
        }

        return [.. _builders.Select(entry => entry.Builder.Build())];
    }
}
