namespace ModelOps.Sandbox.Search.Grammar;

/// <summary>Puts the tokens of a filter together to identifiers, comparisons and what else MLflow's messages name as one.</summary>
internal static class Grouping
{
    /// <summary>Groups the tokens of one statement.</summary>
    public static List<Piece> Group(List<Piece> tokens)
    {
        var pieces = JoinNext(JoinParentheses(tokens), PieceKind.Function, (one, next) => one.Kind == PieceKind.Name && next.Kind == PieceKind.Parenthesis);
        pieces = [.. JoinPeriods(pieces).Select(AsIdentifier)];
        pieces = JoinNext(pieces, PieceKind.Identifier, IsOrdered);
        pieces = JoinAround(pieces, PieceKind.Operation, one => one.Kind == PieceKind.Operator, IsOperand);
        pieces = JoinAround(pieces, PieceKind.Comparison, one => one.Kind == PieceKind.Comparator, one => IsOperand(one) || one.IsKeyword("NULL"));
        pieces = JoinNext(pieces, PieceKind.Identifier, IsAliased);
        return JoinAround(pieces, PieceKind.List, one => one.IsPunctuation(','), one => one.Kind is not (PieceKind.Punctuation or PieceKind.Parenthesis));
    }

    private static bool IsOperand(Piece piece) => piece.Kind is PieceKind.Parenthesis or PieceKind.Function or PieceKind.Identifier
        or PieceKind.Operation or PieceKind.Integer or PieceKind.Float or PieceKind.Text;

    private static bool IsOrdered(Piece one, Piece next) =>
        one.Kind is PieceKind.Identifier or PieceKind.Integer or PieceKind.Float && (next.IsKeyword("ASC") || next.IsKeyword("DESC"));

    private static bool IsAliased(Piece one, Piece next) => next.Kind == PieceKind.Identifier
        && (one.Kind is PieceKind.Comparison || (IsOperand(one) && one.Kind != PieceKind.Text));

    private static bool IsStar(Piece piece) => piece.Kind == PieceKind.Operator && piece.Text == "*";

    private static Piece AsIdentifier(Piece piece) =>
        piece.Kind is PieceKind.Name or PieceKind.QuotedName ? piece with { Kind = PieceKind.Identifier } : piece;

    private static List<Piece> JoinParentheses(List<Piece> tokens)
    {
        var pieces = new List<Piece>();
        var open = new Stack<int>();
        foreach (var token in tokens)
        {
            if (token.IsPunctuation('('))
            {
                open.Push(pieces.Count);
            }
            else if (token.IsPunctuation(')') && open.TryPop(out var start))
            {
                var first = pieces[start];
                pieces.RemoveRange(start, pieces.Count - start);
                pieces.Add(Piece.Span(PieceKind.Parenthesis, first, token));
                continue;
            }

            pieces.Add(token);
        }

        return pieces;
    }

    // A period belongs to the name before it even when no name follows.
    private static List<Piece> JoinPeriods(List<Piece> pieces)
    {
        var joined = new List<Piece>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var isJoint = pieces[i].IsPunctuation('.')
                && joined.Count > 0 && joined[^1].Kind is PieceKind.Identifier or PieceKind.Name or PieceKind.QuotedName;
            if (!isJoint)
            {
                joined.Add(pieces[i]);
                continue;
            }

            var hasNext = i + 1 < pieces.Count
                && (pieces[i + 1].Kind is PieceKind.Name or PieceKind.QuotedName or PieceKind.Function or PieceKind.Text || IsStar(pieces[i + 1]));
            joined[^1] = Piece.Span(PieceKind.Identifier, joined[^1], pieces[hasNext ? ++i : i]);
        }

        return joined;
    }

    private static List<Piece> JoinNext(List<Piece> pieces, PieceKind kind, Func<Piece, Piece, bool> belong)
    {
        var joined = new List<Piece>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var hasNext = i + 1 < pieces.Count && belong(pieces[i], pieces[i + 1]);
            joined.Add(hasNext ? Piece.Span(kind, pieces[i], pieces[i + 1]) : pieces[i]);
            i += hasNext ? 1 : 0;
        }

        return joined;
    }

    private static List<Piece> JoinAround(List<Piece> pieces, PieceKind kind, Func<Piece, bool> isJoint, Func<Piece, bool> isOperand)
    {
        var joined = new List<Piece>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var joins = isJoint(pieces[i]) && joined.Count > 0 && i + 1 < pieces.Count
                && (isOperand(joined[^1]) || joined[^1].Kind == kind) && isOperand(pieces[i + 1]);
            if (joins)
            {
                var left = joined[^1];
                joined[^1] = Piece.Span(kind, left, pieces[i + 1]) with { Parts = [left, pieces[i], pieces[i + 1]] };
                i++;
            }
            else
            {
                joined.Add(pieces[i]);
            }
        }

        return joined;
    }
}
