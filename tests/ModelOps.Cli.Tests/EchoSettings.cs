using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Contract;

namespace ModelOps.Cli.Tests;

[Verb("echo", "Gives back what it gets.")]
public sealed record EchoSettings : VerbSettings
{
    [Input("Text.")]
    public string Text { get; init; } = "";

    [Input("Tags.")]
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    [Input("A switch.")]
    public bool Loud { get; init; }
}
