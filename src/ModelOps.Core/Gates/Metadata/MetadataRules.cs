using ModelOps.Core.Sections;

namespace ModelOps.Core.Gates.Metadata;

/// <summary>What must hold in the section <c>gates.metadata</c> of modelops.yml.</summary>
internal static class MetadataRules
{
    private const string InModel = "model:";

    public static void Check(MetadataGateSection metadata, SectionPlace place)
    {
        foreach (var (key, pattern) in metadata.Tags)
        {
            if (!TagPattern.TryValidate(pattern, out var problem))
            {
                place.Invalid("tags", $"The pattern of the tag '{key}' cannot be used: {problem}.");
            }
        }

        if (metadata.Sections.Count > 0 && metadata.ModelCard is null)
        {
            place.Misconfigured("sections", "sections are headings of the model card: add model_card.");
        }

        if (metadata.Sections.Any(section => CardReader.Plain(section).Length == 0))
        {
            place.Invalid("sections", "A heading is empty.");
        }

        if (metadata.ModelCard is { } card)
        {
            var isInModel = card.StartsWith(InModel, StringComparison.Ordinal);
            CommandRules.CheckInnerPath(place, "model_card", isInModel ? card[InModel.Length..] : card, isInModel ? "the model directory" : "the directory of this file");
        }
    }
}
