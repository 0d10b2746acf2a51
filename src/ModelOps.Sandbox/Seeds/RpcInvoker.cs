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
    /// <exception cref="MlflowFault">The call is refused.</exception>
    public Task<JsonElement> CallAsync(string method, string path, JsonObject request, CancellationToken cancellationToken) =>
        CallAsync(method, path, [], request, cancellationToken);

    /// <summary>Makes a call whose path has values.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path below <c>mlflow/</c>, with the names of the values.</param>
    /// <param name="route">The values.</param>
    /// <param name="request">The message.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="MlflowFault">The call is refused.</exception>
    public async Task<JsonElement> CallAsync(
        string method, string path, RouteValueDictionary route, JsonObject request, CancellationToken cancellationToken)
    {
        // Every release has these in the form of version 2.
        var endpoint = RpcCatalog.All.First(call =>
            call.Method == method && call.Version == 2 && call.Path == $"mlflow/{path}" && (call.Only is null || call.Only == server.Behavior));
        using var document = JsonDocument.Parse(request.ToJsonString());
        var message = new Message();
        var wasRead = MessageParser.TryRead(document.RootElement, endpoint.Shape, message);
        RequestChecker.Check(document.RootElement, endpoint.Rules, wasRead);
        var answer = await endpoint.Handle(new(message, server, route), cancellationToken);
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
