using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Evaluation.Classes;

/// <summary>Classes in their order, and which of them a text means.</summary>
/// <param name="Spelling">How they are written.</param>
/// <param name="Names">The classes, for a binary task the negative one first.</param>
/// <param name="Codes">Class of every text, by the code of the text.</param>
internal sealed record CodedClasses(ClassSpelling Spelling, IReadOnlyList<string> Names, int[] Codes)
{
    /// <summary>Finds the classes among the texts of the columns of classes.</summary>
    /// <param name="texts">The texts, at least one.</param>
    /// <param name="columns">What was asked for.</param>
    /// <param name="problems">Takes the problems.</param>
    public static CodedClasses Of(IReadOnlyList<string> texts, PredictionColumns columns, RowProblems problems)
    {
        var spelling = ClassSpelling.Of(texts);
        var canonical = texts.Select(text => spelling.Canonical(text)!).ToList();
        var names = spelling.Sort(canonical);
        if (columns.Task == EvaluationTask.Binary)
        {
            names = BinaryClasses.Order(names, spelling, columns.Positive, out var problem);
            if (problem.Length > 0)
            {
                problems.Add(EvaluationDiagnostics.ValueInvalid, $"Column {RowProblems.Show(columns.Label)}: {problem}");
            }
        }

        var codes = names.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        return new(spelling, names, [.. canonical.Select(name => codes[name])]);
    }

    /// <summary>The column of classes that a column of texts means.</summary>
    public double[] Translate(int[] texts) => Array.ConvertAll(texts, text => (double)Codes[text]);
}
