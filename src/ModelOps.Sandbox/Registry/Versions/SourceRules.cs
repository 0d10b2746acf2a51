using System.Net;
using ModelOps.Abstractions.IO;
using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Registry.Versions;

/// <summary>
/// Refuses a source that leads out of where models are: a local path outside the artifacts of its run or logged model, or a URI with a way up in it,
/// however often that is encoded. Source: mlflow/server/handlers.py.
/// </summary>
internal static class SourceRules
{
    // Each round takes a part of the text away; an honest URI is encoded once or twice.
    private const int MaxDecodings = 32;

    /// <summary>Checks what a version is asked to be made of.</summary>
    /// <exception cref="MlflowFault">The source is refused, or its run or logged model is not there.</exception>
    public static void Check(StoreEngine store, VersionDraft draft)
    {
        var url = PythonUrl.Parse(draft.Source);
        if (draft.IsPrompt)
        {
            CheckPrompt(draft.Source, url);
        }
        else if (IsLocal(draft.Source, url))
        {
            CheckLocal(store, draft, url);
        }
        else
        {
            CheckRemote(draft.Source);
        }
    }

    private static void CheckPrompt(string source, PythonUrl url)
    {
        if (url.Scheme == "file" || (url.Scheme.Length == 0 && source.StartsWith('/')))
        {
            throw MlflowFault.Invalid($"Invalid prompt source: '{source}'. Local source paths are not allowed for prompts.");
        }

        if (url.Scheme.Length > 0)
        {
            CheckRemote(source);
        }
    }

    private static bool IsLocal(string source, PythonUrl url)
    {
        if (url.Scheme.Length == 0)
        {
            return source != "databricks";
        }

        var isRemoteHost = url.Host is { } host && host != "." && !host.StartsWith("localhost", StringComparison.Ordinal)
            && !host.StartsWith("127.0.0.1", StringComparison.Ordinal);
        if (url.Scheme == "file" && isRemoteHost)
        {
            throw MlflowFault.Internal(
                $"{source} is not a valid remote uri. For remote access on windows, please consider using a different scheme such as SMB (e.g. "
                + "smb://<hostname>/<path>).");
        }

        return url.Scheme == "file";
    }

    private static void CheckLocal(StoreEngine store, VersionDraft draft, PythonUrl url)
    {
        var (owner, id) = draft.ModelId.Length > 0 ? ("model_id", draft.ModelId) : ("run_id", draft.RunId);
        var shown = draft.Source;
        if (id.Length > 0)
        {
            var root = store.Read(connection => owner == "model_id"
                ? LoggedModelRows.Get(connection, id).Location
                : RunLocation.Get(connection, id));
            var path = LinkFreePath.Resolve(ToPath(url));
            shown = path;
            if (PythonUrl.Parse(root) is var rootUrl && IsLocal(root, rootUrl) && IsWithin(LinkFreePath.Resolve(ToPath(rootUrl)), path))
            {
                return;
            }
        }

        throw MlflowFault.Invalid(
            $"Invalid model version source: '{shown}'. To use a local path as a model version source, the {owner} request parameter has to be "
            + $"specified and the local path has to be contained within the artifact directory of the run specified by the {owner}.");
    }

    private static string ToPath(PythonUrl url)
    {
        var path = url.Scheme == "file" ? Uri.UnescapeDataString(url.Path) : url.Path;
        return path.Contains('\0', StringComparison.Ordinal)
            ? throw MlflowFault.Invalid("Invalid model version source: a path cannot hold a null character.")
            : Path.GetFullPath(path.Length == 0 ? "." : path);
    }

    private static bool IsWithin(string root, string path) =>
        path == root || path.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static void CheckRemote(string source)
    {
        var decoded = source;
        for (var round = 0; WebUtility.UrlDecode(decoded) is var next && next != decoded; round++)
        {
            decoded = round < MaxDecodings ? next : throw NotAbsolute(source);
        }

        // A backslash is a way up on Windows, where the sandbox runs too.
        if (decoded.Contains('\0', StringComparison.Ordinal) || decoded.Split('/', '\\').Contains(".."))
        {
            throw NotAbsolute(source);
        }

        var path = string.Join('/', PythonUrl.Parse(decoded).Path.TrimEnd('/').Split('/').Where((part, place) => part.Length > 0 || place == 0));
        if (!path.StartsWith('/') || PosixPath.Normalize(path) != path)
        {
            throw NotAbsolute(source);
        }
    }

    private static MlflowFault NotAbsolute(string source) => MlflowFault.Invalid(
        $"Invalid model version source: '{source}'. If supplying a source as an http, https, local file path, ftp, objectstore, or mlflow-artifacts "
        + "uri, an absolute path must be provided without relative path references present. Please provide an absolute path.");
}
