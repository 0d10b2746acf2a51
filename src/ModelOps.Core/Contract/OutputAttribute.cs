namespace ModelOps.Core.Contract;

/// <summary>Describes an output on a property of a result record; the property's name is the output's name.</summary>
/// <param name="description">What the output is, in one sentence.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string description) : Attribute
{
    /// <summary>What the output is, in one sentence.</summary>
    public string Description { get; } = description;

    /// <summary>Whether people find the output in the verdict, which is the last that they read.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>Columns of a table that are left out first where a terminal has no room for all: names of properties of its rows.</summary>
    public string[] Details { get; init; } = [];

    /// <summary>Whether the output is all that a pipe gets: the one value that scripts ask the verb for.</summary>
    public bool IsAnswer { get; init; }
}
