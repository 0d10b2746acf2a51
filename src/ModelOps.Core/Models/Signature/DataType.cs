namespace ModelOps.Core.Models.Signature;

/// <summary>Type of a column, a parameter or a part of one.</summary>
internal abstract record DataType
{
    /// <summary>One value.</summary>
    /// <param name="Kind">Which one.</param>
    internal sealed record Scalar(ScalarKind Kind) : DataType;

    /// <summary>A list.</summary>
    /// <param name="Items">Type of every item.</param>
    internal sealed record Array(DataType Items) : DataType;

    /// <summary>An object with properties of its own.</summary>
    /// <param name="Properties">The properties.</param>
    internal sealed record Object(IReadOnlyList<ObjectProperty> Properties) : DataType;

    /// <summary>An object with any property names.</summary>
    /// <param name="Values">Type of every value.</param>
    internal sealed record Map(DataType Values) : DataType;

    /// <summary>Anything.</summary>
    internal sealed record Any : DataType;

    /// <summary>A vector of Spark ML: a list of numbers.</summary>
    internal sealed record SparkVector : DataType;
}
