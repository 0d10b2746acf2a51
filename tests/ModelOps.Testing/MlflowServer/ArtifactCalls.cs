using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ModelOps.Testing.MlflowServer;

/// <summary>Calls on artifacts. Bodies are streamed; the state is not locked meanwhile.</summary>
internal sealed class ArtifactCalls(MlflowState state)
{
    private const int PieceBytes = 64 * 1024;

    public JsonObject List(string directory)
    {
        Check(directory);
        var prefix = directory.Length == 0 ? "" : directory.TrimEnd('/') + "/";
        var below = state.Lengths.Where(file => file.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(file => (Tail: file.Key[prefix.Length..], file.Value)).ToList();
        var entries = below.Where(file => file.Tail.Contains('/', StringComparison.Ordinal))
            .Select(file => file.Tail.Split('/')[0]).Distinct(StringComparer.Ordinal)
            .Select(name => new JsonObject { ["path"] = name, ["is_dir"] = true })
            .Concat(below.Where(file => !file.Tail.Contains('/', StringComparison.Ordinal)).Select(file => Show(file.Tail, file.Value)))
            .Concat(state.ForgedEntries.GetValueOrDefault(directory, []).Select(name => Show(name, 1)));
        return TrackingCalls.Page("files", [.. entries.OrderBy(entry => (string?)entry["path"], StringComparer.Ordinal)], next: null);
    }

    public async Task PutAsync(string path, HttpRequest request)
    {
        Check(path);
        if (request.ContentLength is not { } length)
        {
            throw new MlflowFault(411, "BAD_REQUEST", "The test server wants a Content-Length.");
        }

        using var kept = new MemoryStream();
        var piece = new byte[PieceBytes];
        long total = 0;
        for (int read; (read = await request.Body.ReadAsync(piece, request.HttpContext.RequestAborted)) > 0; total += read)
        {
            state.Transfer(read);
            if (state.KeepsBytes)
            {
                kept.Write(piece, 0, read);
            }
        }

        if (total == length)
        {
            state.Artifacts[path] = kept.ToArray();
            state.Lengths[path] = total;
        }
    }

    public async Task GetAsync(string path, HttpContext context)
    {
        Check(path);
        if (!state.Lengths.TryGetValue(path, out var length))
        {
            throw MlflowFault.Missing($"No such artifact: '{path}'");
        }

        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = length;
        if (state.KeepsBytes)
        {
            await context.Response.Body.WriteAsync(state.Artifacts[path], context.RequestAborted);
            return;
        }

        var zeros = new byte[PieceBytes];
        for (var left = length; left > 0; left -= zeros.Length)
        {
            var piece = (int)Math.Min(left, zeros.Length);
            await context.Response.Body.WriteAsync(zeros.AsMemory(0, piece), context.RequestAborted);
            state.Transfer(piece);
        }
    }

    private static void Check(string path)
    {
        var decoded = Uri.UnescapeDataString(Uri.UnescapeDataString(path));
        if (decoded.StartsWith('/') || decoded.Split('/').Any(segment => segment is "..") || decoded.Contains('#', StringComparison.Ordinal))
        {
            throw MlflowFault.Invalid("Invalid path");
        }
    }

    // A size of 0 is left out, as protobuf's JSON does.
    private static JsonObject Show(string name, long length)
    {
        var shown = new JsonObject { ["path"] = name, ["is_dir"] = false };
        if (length > 0)
        {
            shown["file_size"] = length;
        }

        return shown;
    }
}
