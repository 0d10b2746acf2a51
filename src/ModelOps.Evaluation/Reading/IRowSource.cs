namespace ModelOps.Evaluation.Reading;

/// <summary>A table that is read row by row.</summary>
internal interface IRowSource : IDisposable
{
    /// <summary>Names of the columns that turned up so far; they only become more.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>Whether no further column can turn up.</summary>
    bool HasAllColumns { get; }

    /// <summary>Line on which the row begins, counted from 1.</summary>
    int Line { get; }

    /// <summary>Text of a value of the row, good until the next row is read; empty when the row has none.</summary>
    /// <param name="column">Index among <see cref="Columns"/>.</param>
    ReadOnlySpan<char> this[int column] { get; }

    /// <summary>Goes to the next row. Damaged rows are taken up as problems and passed over.</summary>
    /// <returns>Whether there is one.</returns>
    bool Read();
}
