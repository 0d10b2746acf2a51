namespace ModelOps.Core.Gates.Metadata;

/// <summary>A version has the tags, the description and the model card that the team agreed on.</summary>
internal sealed class MetadataGate : IGate
{
    private const int MaxValue = 60;
    private readonly GateChecks _checks = new("metadata");

    public string Name => _checks.Gate;

    public GateReport Judge(GateCase subject, CancellationToken cancellationToken)
    {
        var limits = subject.Model.Gates.Metadata;
        GateCheck[] checks = [.. Tags(subject, limits), .. Description(subject, limits), .. Card(subject.Candidate, limits)];
        return checks.Length > 0 ? new(CheckList.Bound(checks)) : GateChecks.Only(_checks.NotJudged("metadata", GateChecks.NothingAsked));
    }

    private IEnumerable<GateCheck> Tags(GateCase subject, MetadataGateSection limits)
    {
        foreach (var (key, text) in limits.Tags)
        {
            var (check, pattern) = ($"tag {key}", new TagPattern(text));
            var previous = subject.Champion?.Tags.GetValueOrDefault(key) is { } earlier ? Shorten(earlier) : "";
            var limit = pattern.IsAnyText ? "any text" : GateText.Name(text);
            var value = subject.Candidate.Tags.GetValueOrDefault(key);
            yield return value switch
            {
                null when !subject.Candidate.IsRegistered => _checks.NotJudged(check, "Tags are on versions: a package has none until it is registered.", limit: limit),
                null => _checks.Failed(check, $"Set the tag on the version, in the registry, or by --tags {key}=… when it is registered.", "none", limit, previous),
                _ when pattern.Matches(value) => _checks.Passed(check, Shorten(value), limit, previous),
                _ => _checks.Failed(check, "Correct the value of the tag.", Shorten(value), limit, previous),
            };
        }
    }

    private IEnumerable<GateCheck> Description(GateCase subject, MetadataGateSection limits)
    {
        if (limits.DescriptionWords > 0)
        {
            var bounds = new GateLimits(limits.DescriptionWords, null, " words");
            var previous = subject.Champion is { } champion ? $"{Words(champion.Description)} words" : "";
            yield return _checks.Within("description", Words(subject.Candidate.Description), bounds, previous, "Describe the version or its model in the registry, or the model in modelops.yml.");
        }
    }

    private IEnumerable<GateCheck> Card(ModelEvidence candidate, MetadataGateSection limits)
    {
        if (limits.ModelCard is not { } path)
        {
            yield break;
        }

        if (candidate.ModelCard.Value is not { } text)
        {
            yield return _checks.CouldNotRun("model card", candidate.ModelCard.ProblemOr($"'{GateText.Name(path)}' was not read."));
            yield break;
        }

        if (limits.Sections.Count == 0)
        {
            yield return text.Trim().Length > 0 ? _checks.Passed("model card", limit: "any text") : _checks.Failed("model card", "Write the model card.", "empty", "any text");
        }

        var found = CardReader.Read(text);
        foreach (var section in limits.Sections)
        {
            yield return Section(section, found);
        }
    }

    private GateCheck Section(string section, IReadOnlyList<CardSection> found)
    {
        var (check, name) = ($"model card: {section}", CardReader.Plain(section));
        var matches = found.Where(card => string.Equals(card.Heading, name, StringComparison.OrdinalIgnoreCase)).ToList();
        return matches switch
        {
            [] => _checks.Failed(check, "Add a heading of this name to the model card, with text below it.", "no such heading", "a heading with text"),
            _ when matches.Exists(match => match.HasText) => _checks.Passed(check, limit: "a heading with text"),
            _ => _checks.Failed(check, "Write what belongs below the heading.", "nothing below the heading", "a heading with text"),
        };
    }

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    private static string Shorten(string value) => value.Length <= MaxValue ? value : string.Concat(value.AsSpan(0, MaxValue - 1), "…");
}
