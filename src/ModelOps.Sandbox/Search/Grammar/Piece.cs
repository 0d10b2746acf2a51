namespace ModelOps.Sandbox.Search.Grammar;

/// <summary>A part of a filter: a token, or tokens that belong together.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">The whole filter.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal sealed record Piece(PieceKind Kind, string Source, int Start, int End)
{
    /// <summary>Its text, as it was written.</summary>
    public string Text { get => field ?? Source[Start..End]; init; }

    /// <summary>Of a comparison: left side, comparator, right side; the last is missing after IS NULL.</summary>
    public IReadOnlyList<Piece> Parts { get; init; } = [];

    /// <summary>Whether it is this keyword, in any case.</summary>
    public bool IsKeyword(string word) => Kind == PieceKind.Keyword && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsPunctuation(char sign) => Kind == PieceKind.Punctuation && Text[0] == sign;

    /// <summary>A piece from the start of one to the end of another.</summary>
    public static Piece Span(PieceKind kind, Piece first, Piece last) => new(kind, first.Source, first.Start, last.End);
}
