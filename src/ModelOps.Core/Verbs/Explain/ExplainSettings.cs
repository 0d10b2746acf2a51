using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Explain;

/// <summary>Inputs of <c>explain</c>.</summary>
[Verb("explain", "Says what the code of a finding means and what to do about it.", IsAboutTool = true)]
public sealed record ExplainSettings : VerbSettings
{
    [Input("Code of a finding, with or without MOP.", IsPositional = true, Example = "MOP3011")]
    public required string Code { get; init; }
}
