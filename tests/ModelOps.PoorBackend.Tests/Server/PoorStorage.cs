namespace ModelOps.PoorBackend.Tests.Server;

/// <summary>Calls on the files of versions: a place for each, files of a pending one only can be written, again if need be.</summary>
internal sealed class PoorStorage(List<PoorModel> models)
{
    /// <summary>Answers a call; the caller holds the lock. Bytes are the content of a file.</summary>
    public object Answer(PoorCall call, byte[] body)
    {
        var version = models.SelectMany(model => model.Versions).FirstOrDefault(version => version.Place == call.Segments.ElementAtOrDefault(1))
            ?? throw PoorFault.Violation("PLACE", "There is no such place.");
        var path = string.Join('/', call.Segments.Skip(2));
        return (call.Method, path) switch
        {
            ("GET", "") => PoorApi.Page(
                "files", [.. version.Files.Select(file => (object)new { path = file.Key, length = file.Value.Length })], call.Page),
            ("GET", _) => version.Files.GetValueOrDefault(path) ?? throw PoorFault.Missing("NO_FILE", $"There is no file '{path}'."),
            ("PUT", not "") => Write(version, path, body),
            _ => throw PoorFault.Violation("PATH", $"There is no call {call.Shape}."),
        };
    }

    private static object Write(PoorVersion version, string path, byte[] body)
    {
        if (version.State != PoorVersion.Pending)
        {
            throw PoorFault.Conflict("NOT_PENDING", $"Version {version.Number} is {version.State}.");
        }

        version.Files[path] = body;
        return new { };
    }
}
