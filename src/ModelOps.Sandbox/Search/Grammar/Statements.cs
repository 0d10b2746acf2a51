namespace ModelOps.Sandbox.Search.Grammar;

/// <summary>Reads text as statements; a filter or an ordering is one statement.</summary>
internal static class Statements
{
    /// <summary>The grouped pieces of each statement.</summary>
    public static List<List<Piece>> Read(string text)
    {
        var statements = new List<List<Piece>>();
        var current = new List<Piece>();
        var depth = 0;
        foreach (var token in new Lexer(text).Read())
        {
            current.Add(token);
            depth += token.IsPunctuation('(') ? 1 : token.IsPunctuation(')') ? -1 : 0;
            if (depth <= 0 && token.IsPunctuation(';'))
            {
                statements.Add(current);
                current = [];
                depth = 0;
            }
        }

        if (current.Count > 0)
        {
            statements.Add(current);
        }

        return [.. statements.Select(Grouping.Group)];
    }
}
