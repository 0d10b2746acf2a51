namespace ModelOps.Sandbox.Search.Grammar;

/// <summary>What a piece of a filter is.</summary>
internal enum PieceKind
{
    /// <summary>A word that is no keyword, or anything in backticks.</summary>
    Name,

    /// <summary>Text in double quotes.</summary>
    QuotedName,

    /// <summary>Text in single quotes.</summary>
    Text,

    Integer,

    Float,

    /// <summary>An operator that compares, made of signs or a word such as LIKE.</summary>
    Comparator,

    /// <summary>An operator that calculates.</summary>
    Operator,

    Keyword,

    Punctuation,

    /// <summary>What fits nowhere.</summary>
    Other,

    /// <summary>Names joined by periods, with a direction in an ordering.</summary>
    Identifier,

    /// <summary>Parentheses with their content.</summary>
    Parenthesis,

    /// <summary>A name with parentheses after it.</summary>
    Function,

    /// <summary>Two operands of an operator that calculates.</summary>
    Operation,

    /// <summary>Two operands of an operator that compares.</summary>
    Comparison,

    /// <summary>Pieces with commas between.</summary>
    List,
}
