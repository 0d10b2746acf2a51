using ModelOps.Core.Contract;

namespace ModelOps.Core.Gates.Metadata;

/// <summary>Tags, description and model card that a version needs.</summary>
public sealed record MetadataGateSection
{
    [ConfigKey("Tags by key: required for any text, else a regular expression that the whole value matches.", Example = "{ owner: required }")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    [ConfigKey("Fewest words of the description of the version or its model.", Example = "20")]
    public int DescriptionWords { get; init; } = 0;

    [ConfigKey("Model card in Markdown, relative to this file, or below the model directory when it begins with model:.", Example = "docs/model-card.md")]
    public string? ModelCard { get; init; }

    [ConfigKey("Headings that the model card needs, each with text below it.", Example = "[Intended use, Limitations]")]
    public IReadOnlyList<string> Sections { get; init; } = [];
}
