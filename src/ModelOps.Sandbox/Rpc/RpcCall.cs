using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Rpc;

/// <summary>One call.</summary>
/// <param name="Request">The message that was sent.</param>
/// <param name="Server">What the server's calls share.</param>
/// <param name="Route">Values that the path gave.</param>
internal sealed record RpcCall(Message Request, ServerContext Server, RouteValueDictionary Route)
{
    /// <summary>Scheme and host by which the caller reached the server.</summary>
    public string Address { get; init; } = "";

    /// <summary>A value that the path gave.</summary>
    public string PathValue(string name) => Route[name] as string ?? "";
}
