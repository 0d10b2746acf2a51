using ModelOps.Core.Hosting;

namespace ModelOps.Sandbox.Rpc;

/// <summary>Tells whoever runs the server of its own defects, each with the request that met it; its answer names the same request.</summary>
/// <param name="writer">Takes the lines.</param>
internal sealed class DefectLog(TextWriter writer)
{
    /// <summary>Header of the answer with the request's identity.</summary>
    public const string Header = "X-Request-Id";

    private const int MostPath = 200;

    /// <summary>Writes a defect: its lines are harmless in a build log, whatever the caller sent.</summary>
    public void Write(HttpContext http, Exception defect)
    {
        var path = http.Request.Path.Value ?? "";
        var shown = path.Length > MostPath ? path[..MostPath] + "…" : path;
        foreach (var line in LogText.CleanLines($"modelops sandbox: defect in {http.Request.Method} {LogText.Clean(shown)}, request {http.TraceIdentifier}: {defect}"))
        {
            writer.WriteLine(line);
        }
    }
}
