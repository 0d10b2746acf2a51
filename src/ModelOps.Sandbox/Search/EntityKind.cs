namespace ModelOps.Sandbox.Search;

/// <summary>What a key in a filter belongs to.</summary>
internal enum EntityKind
{
    Metric,
    Parameter,
    Tag,
    Attribute,
    Dataset,
    Metadata,
    Span,
    Feedback,
    Expectation,
    Issue,
}
