namespace ModelOps.Core.Contract;

/// <summary>Names a verb on its settings record: the only place where name and description are written.</summary>
/// <param name="name">Name on every front, lower case; one hyphen makes it a verb of a group.</param>
/// <param name="description">What the verb does, in one sentence.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class VerbAttribute(string name, string description) : Attribute
{
    /// <summary>Name on every front, lower case.</summary>
    public string Name { get; } = name;

    /// <summary>What the verb does, in one sentence.</summary>
    public string Description { get; } = description;

    /// <summary>Whether the verb runs until somebody ends it: it is on the command line only, since the step of a build that waits for it never ends.</summary>
    public bool IsService { get; init; }

    /// <summary>Whether the verb is about the tool itself: it is on the command line only, and reads no modelops.yml.</summary>
    public bool IsAboutTool { get; init; }

    /// <summary>Whether the verb's report can be a comment on a pull request.</summary>
    public bool IsCommented { get; init; }
}
