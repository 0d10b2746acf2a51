using ModelOps.Core.Contract;

namespace ModelOps.Cli.Tests;

public sealed record EchoResult
{
    [Output("Text.")]
    public required string Text { get; init; }

    [Output("Steps.")]
    public required IReadOnlyList<string> Steps { get; init; }

    [Output("Rows.")]
    public required IReadOnlyList<EchoRow> Rows { get; init; }
}
