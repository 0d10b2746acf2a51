using ModelOps.Core.Gates.Mutants;

namespace ModelOps.Core.Gates.Metadata;

/// <summary>Candidates that do not say what they are.</summary>
internal static class MetadataMutants
{
    private const string Gate = "metadata";

    public static IReadOnlyList<Mutant> All { get; } =
    [
        new("missing-tag", Gate, "a required tag is gone", "a registered version with a required tag", RemoveTag),
        new("wrong-tag", Gate, "a required tag has a value that its pattern does not allow", "a tag whose pattern refuses something", ChangeTag),
        new("short-description", Gate, "the description has a word less than required", "gates.metadata.description_words", ShortenDescription),
        new(
            "empty-card-section", Gate, "a section of the model card has a heading and no text", "a required section of the model card",
            EmptySection),
    ];

    private static GateCase? RemoveTag(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken) =>
        good.Candidate.IsRegistered && good.Model.Gates.Metadata.Tags.Keys.FirstOrDefault(good.Candidate.Tags.ContainsKey) is { } key
            ? WithTags(good, good.Candidate.Tags.Where(tag => tag.Key != key))
            : null;

    private static GateCase? ChangeTag(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        var patterns = good.Model.Gates.Metadata.Tags.Select(tag => (tag.Key, Pattern: new TagPattern(tag.Value)));
        foreach (var (key, pattern) in patterns.OrderBy(tag => tag.Pattern.IsAnyText))
        {
            if (good.Candidate.Tags.TryGetValue(key, out var value) && new[] { value + " (changed)", "?", " " }.FirstOrDefault(other => !pattern.Matches(other)) is { } wrong)
            {
                return WithTags(good, good.Candidate.Tags.Where(tag => tag.Key != key).Append(new(key, wrong)));
            }
        }

        return null;
    }

    private static GateCase WithTags(GateCase good, IEnumerable<KeyValuePair<string, string>> tags) =>
        good with { Candidate = good.Candidate with { Tags = new Dictionary<string, string>(tags, StringComparer.Ordinal) } };

    private static GateCase? ShortenDescription(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        var least = good.Model.Gates.Metadata.DescriptionWords;
        var words = good.Candidate.Description.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return least > 0 ? good with { Candidate = good.Candidate with { Description = string.Join(' ', words.Take(least - 1)) } } : null;
    }

    private static GateCase? EmptySection(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        var card = good.Candidate.ModelCard.Value;
        var emptied = good.Model.Gates.Metadata.Sections.Select(section => card is null ? null : EmptiedCard.Of(card, section)).OfType<string>();
        return emptied.FirstOrDefault() is { } text ? good with { Candidate = good.Candidate with { ModelCard = new(text) } } : null;
    }
}
