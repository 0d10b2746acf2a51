using ModelOps.Core.Contract;

namespace ModelOps.Core.Tests.Contract;

public sealed record SampleResult
{
    [Output("Some text.")]
    public required string Text { get; init; }

    [Output("A number or nothing.")]
    public int? Number { get; init; }

    [Output("Rows.")]
    public IReadOnlyList<SampleRow> Rows { get; init; } = [];
}
