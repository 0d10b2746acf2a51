using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Test;

/// <summary>Inputs of <c>test</c>.</summary>
[Verb("test", "Runs the unit and integration tests of a model's pipelines; integration tests get an ephemeral catalog.", IsCommented = true)]
public sealed record TestSettings : VerbSettings
{
    [Input("Model of modelops.yml whose tests are run.", IsKnownFromModels = true, IsPositional = true, Example = "churn")]
    public ModelName? Model { get; init; }

    [Input("Suite to run.", Example = "integration")]
    public TestSuite Suite { get; init; } = TestSuite.All;

    [Input("Name of a stage to run. Default: all stages of the suite, in the order of modelops.yml.", Example = "features")]
    public IReadOnlyList<string> Stage { get; init; } = [];

    [Input("Environment of modelops.yml that integration tests run against, in an ephemeral catalog. Default: staging where there is one, else the first.", Example = "staging")]
    public string? Environment { get; init; }

    [Input("Use a sandbox for integration tests even where the environment is on a server; needs no credentials.")]
    public bool Sandbox { get; init; }

    [Input("Fraction of the data that stages run on, above 0 and at most 1; wins over modelops.yml. Default: 1.", Example = "0.02")]
    public string? Sample { get; init; }

    [Input("Parameter of a stage, as name=value; wins over modelops.yml.", Example = "alpha=0.5")]
    public IReadOnlyList<Tag> Parameters { get; init; } = [];

    [Input("Model directory that commands find as MODELOPS_MODEL_PATH. Default: that of modelops.yml.", Kind = InputKind.Directory, Example = "models/churn")]
    public string? ModelPath { get; init; }

    [Input("Directory for the results of the stages and for junit.xml. Default: .modelops/tests beside modelops.yml.", Kind = InputKind.OutputFile, Example = "artifacts/tests")]
    public string? Output { get; init; }

    [Input("Run the later stages of a suite even where one does not pass.")]
    public bool KeepGoing { get; init; }

    [Input("Say what would be run and start nothing.")]
    public bool DryRun { get; init; }
}
