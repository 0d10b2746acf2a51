using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search.Grammar;

namespace ModelOps.Sandbox.Search;

/// <summary>Right sides of comparisons.</summary>
internal static class Values
{
    /// <summary>Quoted text; null for another kind of piece.</summary>
    /// <exception cref="MlflowFault">A name, which has no quotes.</exception>
    public static string? Text(Piece piece) => piece.Kind is not (PieceKind.Text or PieceKind.Identifier)
        ? null
        : Quotes.Strip(piece.Text, '\'', '"') ?? throw MlflowFault.Invalid(
            $"Parameter value is either not quoted or unidentified quote types used for string value {piece.Text}. Use either single or double quotes.");

    /// <summary>A number; null for another kind of piece.</summary>
    public static object? Number(Piece piece) => piece.Kind switch
    {
        PieceKind.Integer when long.TryParse(piece.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        PieceKind.Integer or PieceKind.Float => double.Parse(piece.Text, NumberStyles.Float, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Identities of runs in parentheses; null for another kind of piece.</summary>
    /// <remarks>MLflow drops what has upper case letters or no letter at all.</remarks>
    public static IReadOnlyList<string>? RunIds(Piece piece) => piece.Kind != PieceKind.Parenthesis
        ? null
        : [.. TextList.Read(piece.Text).Where(item => item.Any(char.IsLower) && !item.Any(char.IsUpper))];
}
