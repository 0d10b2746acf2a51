using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search.Grammar;

namespace ModelOps.Sandbox.Search;

/// <summary>Reads one part of <c>order_by</c>: an identifier with a direction.</summary>
internal static class Orderings
{
    /// <summary>Reads a part.</summary>
    /// <returns>The identifier, as it was written, with the direction.</returns>
    /// <exception cref="MlflowFault">It is something else.</exception>
    public static (string Identifier, bool IsAscending) Read(string part)
    {
        var text = Recognize(part);
        var words = ShellWords.Split(text.Replace('`', '"'));
        if (words is null or { Count: > 2 })
        {
            throw NotParsed(part);
        }

        if (words.Count < 2)
        {
            return (text.Trim(), true);
        }

        return words[1].ToUpperInvariant() switch
        {
            "ASC" => (words[0].Trim(), true),
            "DESC" => (words[0].Trim(), false),
            _ => throw MlflowFault.Invalid($"Invalid ordering key in order_by clause '{part}'."),
        };
    }

    /// <summary>Refuses an order that names a column twice.</summary>
    public static void RequireOnce(IEnumerable<object> columns, IReadOnlyList<string> orderBy)
    {
        var seen = new HashSet<object>();
        if (!columns.All(seen.Add))
        {
            throw MlflowFault.Internal($"`order_by` contains duplicate fields: [{string.Join(", ", orderBy.Select(PythonText.Quote))}]");
        }
    }

    // The name of a type of SQL's is an identifier only here.
    private static string Recognize(string part)
    {
        var statements = Statements.Read(part);
        if (statements.Count != 1 || part.Length != part.Trim().Length)
        {
            throw NotParsed(part);
        }

        var pieces = statements[0];
        var isTime = pieces[0].IsKeyword("TIMESTAMP")
            && (pieces.Count == 1 || (pieces.Count == 2 && (pieces[1].IsKeyword("ASC") || pieces[1].IsKeyword("DESC"))));
        return isTime ? pieces.Count == 1 ? "timestamp" : "timestamp " + pieces[1].Text
            : pieces is [{ Kind: PieceKind.Identifier }] ? pieces[0].Text
            : throw NotParsed(part);
    }

    private static MlflowFault NotParsed(string part) => MlflowFault.Invalid($"Invalid order_by clause '{part}'. Could not be parsed.");
}
