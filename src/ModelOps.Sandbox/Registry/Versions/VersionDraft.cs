using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Registry.Versions;

/// <summary>A version that is asked for.</summary>
internal sealed record VersionDraft(string Name, string Source, IReadOnlyList<WireTag> Tags)
{
    public string RunId { get; init; } = "";

    public string RunLink { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>The logged model it is made of; empty for none.</summary>
    public string ModelId { get; init; } = "";

    /// <summary>Whether it is a version of a prompt.</summary>
    public bool IsPrompt => PromptTags.Mark(Tags);
}
