using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Webhooks;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Rpc;

/// <summary>What the calls of one server share.</summary>
/// <param name="Store">The catalog.</param>
/// <param name="Behavior">The release whose answers are given.</param>
/// <param name="ArtifactDirectory">Directory that <c>mlflow-artifacts:/</c> stands for, absolute.</param>
/// <param name="Time">The clock.</param>
internal sealed record ServerContext(StoreEngine Store, Behavior Behavior, string ArtifactDirectory, TimeProvider Time)
{
    /// <summary>Root of the artifact locations that new experiments get.</summary>
    public const string ArtifactRootUri = "mlflow-artifacts:";

    /// <summary>Version that the server says it has.</summary>
    public string Release => Behavior == Behavior.Mlflow2 ? "2.22.1.dev0" : "3.11.2.dev0";

    /// <summary>Who is told of what happens in the registry.</summary>
    public required WebhookHub Webhooks { get; init; }

    /// <summary>Gives the identity of a new run, evaluation dataset, or trace of the older form: 32 hexadecimal digits.</summary>
    public Func<string> NewRunId { get; init; } = static () => Guid.NewGuid().ToString("N");

    /// <summary>Now, in epoch milliseconds.</summary>
    public long Now => Time.GetUtcNow().ToUnixTimeMilliseconds();
}
