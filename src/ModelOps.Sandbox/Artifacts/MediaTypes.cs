using System.Collections.Frozen;

namespace ModelOps.Sandbox.Artifacts;

/// <summary>Media types by file name. Source: mlflow/utils/mime_type_utils.py, and the types of Python's mimetypes that models and reports use.</summary>
internal static class MediaTypes
{
    private const string Binary = "application/octet-stream";

    // Shown as text, upper and lower case apart; files without an extension count by their name.
    private static readonly FrozenSet<string> Texts = new[]
    {
        "txt", "log", "err", "cfg", "conf", "cnf", "cf", "ini", "properties", "prop", "hocon", "toml", "yaml", "yml", "xml", "json", "js", "py", "py3",
        "csv", "tsv", "md", "rst", "MLmodel", "MLproject",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>
    {
        ["htm"] = "text/html",
        ["html"] = "text/html",
        ["css"] = "text/css",
        ["bmp"] = "image/bmp",
        ["gif"] = "image/gif",
        ["ico"] = "image/vnd.microsoft.icon",
        ["jpe"] = "image/jpeg",
        ["jpeg"] = "image/jpeg",
        ["jpg"] = "image/jpeg",
        ["png"] = "image/png",
        ["svg"] = "image/svg+xml",
        ["tif"] = "image/tiff",
        ["tiff"] = "image/tiff",
        ["webp"] = "image/webp",
        ["mp3"] = "audio/mpeg",
        ["wav"] = "audio/x-wav",
        ["mp4"] = "video/mp4",
        ["webm"] = "video/webm",
        ["h5"] = "application/x-hdf5",
        ["hdf"] = "application/x-hdf",
        ["pdf"] = "application/pdf",
        ["tar"] = "application/x-tar",
        ["tgz"] = "application/x-tar",
        ["wasm"] = "application/wasm",
        ["zip"] = "application/zip",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The type of a file.</summary>
    /// <param name="name">Its name, without directories.</param>
    public static string Guess(string name)
    {
        var extension = Path.GetExtension(name).TrimStart('.');
        return Texts.Contains(extension.Length == 0 ? name : extension) ? "text/plain" : Others.GetValueOrDefault(extension, Binary);
    }
}
