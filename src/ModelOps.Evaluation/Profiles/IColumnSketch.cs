namespace ModelOps.Evaluation.Profiles;

/// <summary>What is kept of a column while its values pass by.</summary>
internal interface IColumnSketch
{
    /// <summary>Takes a value that is not missing.</summary>
    /// <returns>Whether the column can hold it.</returns>
    bool Add(ReadOnlySpan<char> text);

    /// <summary>The profile of the values so far.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="rows">Rows of the file, those without a value included.</param>
    ColumnProfile Build(string name, long rows);
}
