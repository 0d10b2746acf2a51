using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Search.Grammar;

/// <summary>Makes comparisons of IN, NOT IN, IS NULL and IS NOT NULL, in the way of MLflow: what does not fit is passed over in threes or fours.</summary>
internal static class WordComparisons
{
    /// <summary>Joins the pieces.</summary>
    /// <param name="pieces">Pieces of a statement.</param>
    /// <param name="behavior">The release, which decides whether there is IS NULL.</param>
    public static List<Piece> Join(List<Piece> pieces, Behavior behavior)
    {
        var joined = new List<Piece>();
        var at = 0;
        while (at < pieces.Count)
        {
            if (pieces.Count - at < 3)
            {
                joined.AddRange(pieces[at..]);
                break;
            }

            if (pieces[at].Kind != PieceKind.Identifier)
            {
                joined.Add(pieces[at++]);
                continue;
            }

            var taken = Take(pieces, at, behavior, out var comparison);
            joined.AddRange(comparison is null ? pieces.Skip(at).Take(taken) : [comparison]);
            at += taken;
        }

        return joined;
    }

    private static int Take(List<Piece> pieces, int at, Behavior behavior, out Piece? comparison)
    {
        var (first, second, third) = (pieces[at], pieces[at + 1], pieces[at + 2]);
        var fourth = at + 3 < pieces.Count ? pieces[at + 3] : null;
        var isNull = behavior != Behavior.Mlflow2 && second.IsKeyword("IS");
        comparison = second.IsKeyword("IN") && third.Kind == PieceKind.Parenthesis ? Make(first, second.Text, third)
            : isNull && third.IsKeyword("NULL") ? Make(first, "IS NULL", third)
            : isNull && third.Kind == PieceKind.Keyword && third.Text.Equals("NOT NULL", StringComparison.OrdinalIgnoreCase) ? Make(first, "IS NOT NULL", third)
            : null;
        if (comparison is not null)
        {
            return 3;
        }

        if (second.IsKeyword("NOT") && third.IsKeyword("IN") && fourth?.Kind == PieceKind.Parenthesis)
        {
            comparison = Make(first, "NOT IN", fourth);
        }

        return fourth is null ? 3 : 4;
    }

    // In messages such a comparison has no spaces.
    private static Piece Make(Piece left, string comparator, Piece right)
    {
        var hasValue = right.Kind == PieceKind.Parenthesis;
        return Piece.Span(PieceKind.Comparison, left, right) with
        {
            Text = left.Text + comparator + (hasValue ? right.Text : ""),
            Parts = hasValue ? [left, right with { Kind = PieceKind.Comparator, Text = comparator }, right]
                : [left, right with { Kind = PieceKind.Comparator, Text = comparator }],
        };
    }
}
