using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Sandbox;

/// <summary>Inputs of <c>sandbox</c>.</summary>
[Verb("sandbox", "Serves an MLflow-compatible tracking server and model registry until it is ended.", IsService = true)]
public sealed record SandboxSettings : VerbSettings
{
    [Input("Embedded catalog to serve, as sqlite:///path.db. Default: a throw-away one.", Example = "sqlite:///staging.db")]
    public string? Store { get; init; }

    [Input("Address to listen on. There is no sign-in: another than that of this machine alone lets others change the catalog.")]
    public string Host { get; init; } = "127.0.0.1";

    [Input("Port to listen on; 0 takes a free one.")]
    public int Port { get; init; }

    [Input("Host names by which clients may call, beyond this machine's and private addresses.", Example = "mlflow.test:5000")]
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    [Input("MLflow version whose behaviour is shown.")]
    public MlflowBehavior BehavesLike { get; init; }

    [Input("Time after which the sandbox ends by itself. Default: never, but 1h with detach.", Example = "30m")]
    public Duration? Ttl { get; init; }

    [Input("File with models, versions and aliases to begin with.", Kind = InputKind.File, Example = "seed.json")]
    public string? Seed { get; init; }

    [Input("File with faults to inject, for tests of clients.", Kind = InputKind.File, Example = "faults.json")]
    public string? Faults { get; init; }

    [Input("Let clients upload large files in parts. MLflow servers with artifacts in a plain directory do not.")]
    public bool Multipart { get; init; }

    [Input("Let webhooks go to this machine and to private addresses, also by http, so that a test can receive them.")]
    public bool AllowPrivateWebhooks { get; init; }

    [Input("ID of a process whose end ends the sandbox too.", Example = "4711")]
    public int? WatchProcess { get; init; }

    [Input("Leave the sandbox running and return; it ends after its ttl, or when its process is ended.")]
    public bool Detach { get; init; }
}
