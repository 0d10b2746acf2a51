namespace ModelOps.Evaluation.Reading;

/// <summary>How much is read at once, so that a file from outside cannot take all memory.</summary>
internal sealed record ReadLimits
{
    /// <summary>The limits that hold.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Most rows of predictions.</summary>
    public int Rows { get; init; } = 20_000_000;

    /// <summary>Most columns; a spreadsheet has as many.</summary>
    public int Columns { get; init; } = 16_384;

    /// <summary>Longest value, in characters: columns that nobody asked for may hold whole documents.</summary>
    public int FieldLength { get; init; } = 1 << 20;

    /// <summary>Longest row, in characters or bytes.</summary>
    public int RowLength { get; init; } = 1 << 24;

    /// <summary>Longest name of a class, slice, cluster or query, in characters.</summary>
    public int NameLength { get; init; } = 1_000;

    /// <summary>Most classes.</summary>
    public int Classes { get; init; } = 10_000;

    /// <summary>Most values of a column to slice by: beyond, no slice has rows enough to say anything.</summary>
    public int SliceValues { get; init; } = 1_000;

    /// <summary>Bytes of all keys together.</summary>
    public int KeyBytes { get; init; } = 1 << 30;
}
