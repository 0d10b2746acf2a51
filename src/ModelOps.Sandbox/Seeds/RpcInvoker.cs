using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelOps.Sandbox.Calls;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Seeds;

/// <summary>Makes calls of the API inside of the server, so that what is seeded passes the same checks as what a client sends.</summary>
/// <param name="server">The server.</param>
internal sealed class RpcInvoker(ServerContext server)
{
    /// <summary>Makes a call.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path below <c>mlflow/</c>.</param>
    /// <param name="request">The message.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="route">Values of the path; null when it has none.</param>
    /// <exception cref="MlflowFault">The call is refused, or this release has none.</exception>
    public async Task<JsonElement> CallAsync(
        string method, string path, JsonObject request, CancellationToken cancellationToken, RouteValueDictionary? route = null)
    {
        // Of a call that there is in two forms, every release has the older one.
        var endpoint = RpcCatalog.All
            .Where(call => call.Method == method && call.Path == $"mlflow/{path}" && (call.Only is null || call.Only == server.Behavior))
            .MinBy(call => call.Version)
            ?? throw MlflowFault.Missing($"A server of this release has no call '{path}'.");
        using var document = JsonDocument.Parse(request.ToJsonString());
        var message = new Message();
        var wasRead = MessageParser.TryRead(document.RootElement, endpoint.Shape, message);
        RequestChecker.Check(document.RootElement, endpoint.Rules, wasRead);
        var answer = await endpoint.Handle(new(message, server, route ?? []), cancellationToken);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            answer.Write(writer);
        }

        using var json = JsonDocument.Parse(buffer.WrittenMemory);
        return json.RootElement.Clone();
    }

    /// <summary>Makes a call that may find nothing.</summary>
    /// <returns>The answer; null when the call is refused.</returns>
    public async Task<JsonElement?> FindAsync(string path, JsonObject request, CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync("GET", path, request, cancellationToken);
        }
        catch (MlflowFault)
        {
            return null;
        }
    }
}
