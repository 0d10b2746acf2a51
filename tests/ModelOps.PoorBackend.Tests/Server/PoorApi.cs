using System.Text.Json;

namespace ModelOps.PoorBackend.Tests.Server;

/// <summary>Calls on models and versions: no aliases, no tags but properties, no search, lists of names and numbers only, nothing is deleted.</summary>
internal sealed class PoorApi(List<PoorModel> models, TimeProvider time)
{
    private const int PageSize = 2;

    private static readonly (string Name, JsonValueKind Kind) Comment = ("comment", JsonValueKind.String);
    private static readonly (string Name, JsonValueKind Kind) Properties = ("properties", JsonValueKind.Object);

    /// <summary>Answers a call; the caller holds the lock.</summary>
    public object Answer(PoorCall call, byte[] body) => call.Shape switch
    {
        "POST models 1" => CreateModel(PoorBody.Read(body, ("name*", JsonValueKind.String), Comment, Properties)),
        "GET models 1" => Page("models", [.. models.Select(model => (object)new { name = model.Name })], call.Page),
        "GET models 2" => Show(Model(call)),
        "PATCH models 2" => ChangeModel(Model(call), PoorBody.Read(body, Comment, ("properties*", JsonValueKind.Object))),
        "POST models 3" => CreateVersion(Model(call), PoorBody.Read(body, Comment, Properties)),
        "GET models 3" => Page("versions", [.. Model(call).Versions.Select(version => (object)new { version = version.Number })], call.Page),
        "GET models 4" => Show(Version(call)),
        "PATCH models 4" => ChangeVersion(Version(call), PoorBody.Read(body, Comment, Properties, ("archived", JsonValueKind.True))),
        "POST models 5" when call.Segments[4] == "finalize" => Finish(Version(call), PoorBody.Read(body, ("files*", JsonValueKind.Number))),
        _ => throw PoorFault.Violation("PATH", $"There is no call {call.Shape}."),
    };

    /// <summary>One page of a list.</summary>
    public static object Page(string name, IReadOnlyList<object> all, int page)
    {
        var answer = new Dictionary<string, object> { [name] = all.Skip(page * PageSize).Take(PageSize) };
        if ((page + 1) * PageSize < all.Count)
        {
            answer["next_page_token"] = $"{page + 1}";
        }

        return answer;
    }

    private static object Show(PoorModel model) => new { name = model.Name, comment = model.Comment, properties = model.Properties };

    private static object Show(PoorVersion version) => new
    {
        version = version.Number,
        comment = version.Comment,
        properties = version.Properties,
        state = version.State,
        created_at = version.CreatedAt.ToUnixTimeMilliseconds(),
        storage = version.Place,
    };

    private static object ChangeModel(PoorModel model, PoorBody body)
    {
        PoorModel.Write(model.Properties, body.Properties());
        model.Comment = body.Has("comment") ? body.Text("comment") : model.Comment;
        return Show(model);
    }

    private static object ChangeVersion(PoorVersion version, PoorBody body)
    {
        PoorModel.Write(version.Properties, body.Properties());
        version.Comment = body.Has("comment") ? body.Text("comment") : version.Comment;
        version.State = body.Has("archived") ? PoorVersion.Archived : version.State;
        return Show(version);
    }

    private static object Finish(PoorVersion version, PoorBody body)
    {
        if (version.State != PoorVersion.Pending)
        {
            throw PoorFault.Conflict("NOT_PENDING", $"Version {version.Number} is {version.State}.");
        }

        if (version.Files.Count != body.Number("files"))
        {
            throw PoorFault.Conflict("FILES_MISSING", $"Version {version.Number} has {version.Files.Count} files, not {body.Number("files")}.");
        }

        version.State = PoorVersion.Ready;
        return Show(version);
    }

    private object CreateModel(PoorBody body)
    {
        var name = body.Text("name");
        if (name.Split('.') is not [{ Length: > 0 }, { Length: > 0 }, { Length: > 0 }])
        {
            throw PoorFault.Violation("NAME", $"'{name}' has not three levels.");
        }

        if (models.Exists(model => model.Name == name))
        {
            throw PoorFault.Conflict("ALREADY_EXISTS", $"There is a model '{name}'.");
        }

        var created = new PoorModel { Name = name, Comment = body.Text("comment") };
        PoorModel.Write(created.Properties, body.Properties());
        models.Add(created);
        return Show(created);
    }

    private object CreateVersion(PoorModel model, PoorBody body)
    {
        var version = new PoorVersion
        {
            Number = model.Versions.Count + 1, Comment = body.Text("comment"), CreatedAt = time.GetUtcNow(), Place = Guid.NewGuid().ToString("N"),
        };
        PoorModel.Write(version.Properties, body.Properties());
        model.Versions.Add(version);
        return Show(version);
    }

    private PoorModel Model(PoorCall call) =>
        models.Find(model => model.Name == call.Segments[1]) ?? throw PoorFault.Missing("NO_MODEL", $"There is no model '{call.Segments[1]}'.");

    private PoorVersion Version(PoorCall call)
    {
        if (call.Segments[2] != "versions" || !int.TryParse(call.Segments[3], out var number))
        {
            throw PoorFault.Violation("PATH", $"'{call.Segments[3]}' is no number of a version.");
        }

        return Model(call).Versions.Find(version => version.Number == number)
            ?? throw PoorFault.Missing("NO_VERSION", $"There is no version {number} of '{call.Segments[1]}'.");
    }
}
