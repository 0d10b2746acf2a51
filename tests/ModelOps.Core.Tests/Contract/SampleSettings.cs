using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Tests.Contract;

/// <summary>One input of every form.</summary>
[Verb("sample", "Does nothing.")]
public sealed record SampleSettings : VerbSettings
{
    [Input("A model.")]
    public required ModelName Model { get; init; }

    [Input("A directory.", Kind = InputKind.Directory)]
    public string? Source { get; init; }

    [Input("A file to write.", Kind = InputKind.OutputFile)]
    public string? Target { get; init; }

    [Input("A choice.")]
    public DayOfWeek Day { get; init; } = DayOfWeek.Monday;

    [Input("A number.")]
    public int Limit { get; init; } = 20;

    [Input("A number or nothing.")]
    public int? Version { get; init; }

    [Input("A switch.")]
    public bool DryRun { get; init; }

    [Input("Tags.")]
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    [Input("Text.")]
    public string Reason { get; init; } = "";
}
