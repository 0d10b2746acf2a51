using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Traces;

/// <summary>What is known of a trace, but for its spans.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Metadata">Metadata; null where there is none.</param>
/// <param name="Tags">Tags; null where there are none.</param>
/// <param name="Assessments">Assessments; null where there are none.</param>
internal sealed record TraceInfo(
    TraceRow Row, IReadOnlyList<WireTag>? Metadata, IReadOnlyList<WireTag>? Tags, IReadOnlyList<AssessmentRow>? Assessments)
{
    private const int MostKey = 250;
    private const int MostMetadata = 250;
    private const int MostTag = 4096;

    /// <summary>Whether the spans are in the tables.</summary>
    public bool HasSpans => Tags?.Any(tag => tag is { Key: TraceKeys.SpansLocation, Value: TraceKeys.TrackingStore }) == true;

    /// <summary>Metadata as answers show it: cut, in the tables it is whole.</summary>
    public IEnumerable<WireTag> ShownMetadata => Metadata?.Select(pair => pair with { Value = TextLimit.Cut(MostMetadata, pair.Value) }) ?? [];

    /// <summary>Tags as answers show them: cut, in the tables they are whole.</summary>
    public IEnumerable<WireTag> ShownTags => Tags?.Select(tag => new WireTag(TextLimit.Cut(MostKey, tag.Key), TextLimit.Cut(MostTag, tag.Value))) ?? [];
}
