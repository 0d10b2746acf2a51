using ModelOps.Sandbox.Artifacts;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Spans;

namespace ModelOps.Sandbox.Traces;

/// <summary><c>GET get-trace-artifact</c>: the spans of a trace as a file, and the files that are attached to it.</summary>
/// <param name="server">The server.</param>
internal sealed class TraceArtifacts(ServerContext server)
{
    private const string FileName = "traces.json";

    private readonly ArtifactRoot _root = new(server.ArtifactDirectory);

    /// <summary>Answers with a file.</summary>
    public Task SendAsync(HttpContext http)
    {
        if (http.Request.Query["request_id"].FirstOrDefault() is not { Length: > 0 } id)
        {
            throw new MlflowFault(ErrorCode.BadRequest, "Request must include the \"request_id\" query parameter.");
        }

        var attachment = server.Behavior == Behavior.Mlflow3 ? (http.Request.Query["path"].FirstOrDefault() ?? "").NullIfEmpty() : null;
        return attachment is null ? SendSpansAsync(http, id) : SendAttachmentAsync(http, id, attachment);
    }

    private async Task SendSpansAsync(HttpContext http, string id)
    {
        var trace = Read(id) ?? throw (server.Behavior == Behavior.Mlflow2
            ? TraceReader.NotFound(id, server.Behavior)
            : MlflowFault.Missing($"Trace with ID {id} is not found."));
        if (trace.Info.HasSpans)
        {
            http.Response.ContentType = MediaTypes.Guess(FileName);
            http.Response.Headers.ContentDisposition = $"attachment; filename={FileName}";
            await http.Response.WriteAsync($"{{\"spans\": [{string.Join(", ", trace.Spans)}]}}", http.RequestAborted);
            return;
        }

        var path = PathOf(trace.Info, FileName);
        using var file = ArtifactSender.Open(_root.Locate(path))
            ?? throw new MlflowFault(ErrorCode.NotFound, $"Trace data not found for path={Shown(path)}");
        if (!JsonFile.IsJson(file))
        {
            throw new MlflowFault(ErrorCode.InvalidState, $"Trace data is corrupted for path={Shown(path)}");
        }

        await ArtifactSender.SendAsync(http, file, FileName);
    }

    private async Task SendAttachmentAsync(HttpContext http, string id, string sent)
    {
        var name = ArtifactPath.Parse(sent);
        if (!Guid.TryParseExact(name, "D", out _))
        {
            throw new MlflowFault(ErrorCode.AttributeNotFound, $"Invalid attachment path: {PythonText.Quote(sent)}. Attachment path must be a valid UUID.");
        }

        var trace = Read(id) ?? throw TraceReader.NotFound(id, server.Behavior);
        var inside = $"attachments/{name}";
        using var file = ArtifactSender.Open(_root.Locate(PathOf(trace.Info, inside))) ?? throw MlflowFault.Missing($"No such artifact: '{inside}'");
        await ArtifactSender.SendAsync(http, file, name);
    }

    private WholeTrace? Read(string id) => server.Store.Read(connection =>
        TraceReader.Find(connection, id) is { } info ? new WholeTrace(info, SpanReader.Read(connection, [id]).Find(id) ?? []) : null);

    private string PathOf(TraceInfo trace, string inside)
    {
        var location = trace.Tags?.FirstOrDefault(tag => tag.Key == TraceKeys.ArtifactLocation)?.Value
            ?? throw MlflowFault.Internal($"Trace with ID {trace.Row.Id} has no artifact location.");
        return ArtifactPath.Join(ArtifactLocations.ToPath(server, location), inside);
    }

    private static string Shown(string path) => $"{ServerContext.ArtifactRootUri}/{path}";
}
