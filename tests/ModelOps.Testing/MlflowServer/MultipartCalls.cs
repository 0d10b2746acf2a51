using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ModelOps.Testing.MlflowServer;

/// <summary>Uploads in parts, and the storage that the parts go to.</summary>
internal sealed class MultipartCalls(MlflowState state, MlflowServerOptions options)
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<int, byte[]>> _uploads = new(StringComparer.Ordinal);

    /// <summary>Where parts go, instead of this server itself.</summary>
    public string? ForgedStorage { get; set; }

    /// <summary>Uploads that were begun and neither completed nor aborted.</summary>
    public int Open => _uploads.Count;

    public JsonObject Call(string step, string directory, MlflowRequest request, string url)
    {
        if (!options.HasMultipart)
        {
            throw new MlflowFault(501, "NOT_IMPLEMENTED", "Multipart upload is not supported for the current artifact repository");
        }

        var name = request.Text("path");
        if (name.Contains('/', StringComparison.Ordinal))
        {
            throw MlflowFault.Invalid("The test server wants the name of the file only.");
        }

        return step switch
        {
            "create" => Create(request, ForgedStorage ?? $"{url}/storage"),
            "complete" => Complete(request, directory.Length == 0 ? name : $"{directory}/{name}"),
            _ => Abort(request),
        };
    }

    public async Task StoreAsync(string upload, int number, HttpContext context)
    {
        if (context.Request.Headers.Authorization.Count > 0)
        {
            throw new MlflowFault(400, "BAD_REQUEST", "The storage wants no Authorization.");
        }

        if (context.Request.Headers["x-part"] != $"{number}" || !_uploads.TryGetValue(upload, out var parts))
        {
            throw new MlflowFault(403, "PERMISSION_DENIED", "The storage refuses the part.");
        }

        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        parts[number] = bytes.ToArray();
        context.Response.Headers.ETag = $"\"part-{number}\"";
    }

    private JsonObject Create(MlflowRequest request, string storage)
    {
        var id = Guid.NewGuid().ToString("N");
        _uploads[id] = new();
        var credentials = Enumerable.Range(1, (int)request.Number("num_parts")!).Select(number => new JsonObject
        {
            ["url"] = $"{storage}/{id}/{number}?signature=secret",
            ["part_number"] = number,
            ["headers"] = new JsonObject { ["x-part"] = $"{number}" },
        });
        return new() { ["upload_id"] = id, ["credentials"] = new JsonArray([.. credentials]) };
    }

    private JsonObject Complete(MlflowRequest request, string path)
    {
        if (!_uploads.TryRemove(request.Text("upload_id"), out var parts))
        {
            throw MlflowFault.Missing("No such upload");
        }

        state.Artifacts[path] = [.. parts.OrderBy(part => part.Key).SelectMany(part => part.Value)];
        state.Lengths[path] = state.Artifacts[path].Length;
        return [];
    }

    private JsonObject Abort(MlflowRequest request)
    {
        _uploads.TryRemove(request.Text("upload_id"), out _);
        return [];
    }
}
