using ModelOps.Sandbox.Experiments;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Spans;

namespace ModelOps.Sandbox.Otlp;

/// <summary><c>POST /v1/traces</c>: spans as OpenTelemetry sends them.</summary>
/// <param name="server">The server.</param>
internal sealed class OtlpEndpoint(ServerContext server)
{
    private const string Path = "/v1/traces";
    private const string Header = "x-mlflow-experiment-id";
    private const string Proto = "application/x-protobuf";
    private const string Json = "application/json";

    /// <summary>Adds the route; releases before 3 have none.</summary>
    public static void Map(IEndpointRouteBuilder routes, ServerContext server)
    {
        if (server.Behavior == Behavior.Mlflow3)
        {
            routes.Map(Path, new OtlpEndpoint(server).RunAsync);
        }
    }

    private async Task RunAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            await ReceiveAsync(http);
        }
        catch (OtlpFault fault)
        {
            await WriteAsync(http, fault.Status, PythonJson.Quote(fault.Message));
        }
    }

    private async Task ReceiveAsync(HttpContext http)
    {
        if (http.Request.Headers[Header].FirstOrDefault() is not { } experiment)
        {
            const string Missing = """[{"type":"missing","loc":["header","x-mlflow-experiment-id"],"msg":"Field required","input":null}]""";
            await WriteAsync(http, StatusCodes.Status422UnprocessableEntity, Missing);
            return;
        }

        var spans = await ReadAsync(http.Request, http.RequestAborted);
        if (spans.Count > 0)
        {
            var id = ExperimentId.Parse(experiment, server.Behavior);
            await server.Store.WriteAsync(connection => TraceIngest.Write(connection, id, spans), http.RequestAborted);
        }

        http.Response.ContentType = Proto;
    }

    private static async ValueTask<List<SpanData>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is not (Proto or Json))
        {
            throw OtlpFault.Bad($"Invalid Content-Type: {request.ContentType ?? "None"}. Expected: {Proto} or {Json}");
        }

        var body = await OtlpBody.ReadAsync(request, cancellationToken);
        return type == Json ? JsonSpans.Read(body) : ProtoSpans.Read(body.Span);
    }

    private static Task WriteAsync(HttpContext http, int status, string detail)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = Json;
        return http.Response.WriteAsync($$"""{"detail":{{detail}}}""", http.RequestAborted);
    }
}
