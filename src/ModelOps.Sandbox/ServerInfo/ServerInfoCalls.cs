using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.ServerInfo;

/// <summary>Calls about the server itself.</summary>
internal static class ServerInfoCalls
{
    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new("GET", "mlflow/server-info", MessageShape.Empty, [], Describe) { Version = 3, Only = Behavior.Mlflow3 },
    ];

    private static ValueTask<Answer> Describe(RpcCall call, CancellationToken cancellationToken) =>
        new(Answer.Of(new ServerInfoAnswer("SqlStore", WorkspacesEnabled: false), ServerInfoJson.Default.ServerInfoAnswer) with { IsDictionary = true });
}
