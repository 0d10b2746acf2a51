using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ModelOps.Testing.MlflowServer;

/// <summary>Calls on registered models and versions.</summary>
internal sealed partial class RegistryCalls(MlflowState state, MlflowServerOptions options)
{
    public JsonObject CreateModel(MlflowRequest request)
    {
        var name = request.Text("name");
        if (name.Contains('/', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.Length > 256)
        {
            throw MlflowFault.Invalid($"Invalid model name '{name}'. Names cannot contain '/' or ':'.");
        }

        if (state.Models.ContainsKey(name))
        {
            throw MlflowFault.Exists($"Registered Model (name={name}) already exists.");
        }

        state.Models[name] = new() { Name = name, Description = request.OptionalText("description") ?? "", CreatedAt = Now(), Tags = new(request.Tags(5000), StringComparer.Ordinal) };
        return new() { ["registered_model"] = Show(state.Models[name], showsAliases: true) };
    }

    public JsonObject GetModel(MlflowRequest request) => new() { ["registered_model"] = Show(state.Model(request.Text("name")), showsAliases: true) };

    public JsonObject SearchModels(MlflowRequest request)
    {
        var filter = SearchPage.Filter(request.OptionalText("filter"), "name");
        var found = state.Models.Values
            .Where(model => filter.All(comparison => comparison.IsTag || comparison.Fits(model.Name)) && SearchPage.Fits(filter, model.Tags))
            .ToList();
        var (items, next) = SearchPage.Cut(found, request, 100, 1000, options.MaxPage);
        return TrackingCalls.Page("registered_models", [.. items.Select(model => Show(model, options.SearchShowsAliases))], next);
    }

    public JsonObject SetModelTag(MlflowRequest request)
    {
        var tag = MlflowRequest.CheckTag(request.Text("key"), request.OptionalText("value"), 5000);
        state.Model(request.Text("name")).Tags[tag.Key] = tag.Value;
        return [];
    }

    public JsonObject DescribeModel(MlflowRequest request)
    {
        state.Model(request.Text("name")).Description = request.OptionalText("description") ?? "";
        return [];
    }

    public JsonObject DescribeVersion(MlflowRequest request)
    {
        state.Version(request.Text("name"), request.Version()).Description = request.OptionalText("description") ?? "";
        return [];
    }

    /// <summary>Stricter than MLflow: registries of other makers refuse a model that has versions.</summary>
    public JsonObject DeleteModel(MlflowRequest request)
    {
        var model = state.Model(request.Text("name"));
        if (model.Versions.Count > 0)
        {
            throw new MlflowFault(400, "INVALID_STATE", $"Registered Model {model.Name} still has versions.");
        }

        state.Models.Remove(model.Name);
        return [];
    }

    public JsonObject DeleteVersion(MlflowRequest request)
    {
        var version = state.Version(request.Text("name"), request.Version());
        var model = state.Models[version.Model];
        model.Versions.Remove(version.Number);
        foreach (var alias in model.Aliases.Where(alias => alias.Value == version.Number).Select(alias => alias.Key).ToList())
        {
            model.Aliases.Remove(alias);
        }

        return [];
    }

    public JsonObject CreateVersion(MlflowRequest request)
    {
        var source = request.Text("source");
        var runId = request.OptionalText("run_id") ?? "";
        CheckSource(source, runId);
        var model = state.Model(request.Text("name"));
        var version = new StoredVersion
        {
            Model = model.Name,
            Number = ++model.LastNumber,
            Source = source,
            RunId = runId,
            Description = request.OptionalText("description") ?? "",
            CreatedAt = Now(),
            Tags = new(request.Tags(100_000), StringComparer.Ordinal),
            PendingReads = options.PendingReads,
        };
        model.Versions[version.Number] = version;
        return new() { ["model_version"] = Show(version) };
    }

    public JsonObject GetVersion(MlflowRequest request) => new() { ["model_version"] = Show(state.Version(request.Text("name"), request.Version())) };

    public JsonObject SearchVersions(MlflowRequest request)
    {
        var filter = SearchPage.Filter(request.OptionalText("filter"), "name", "run_id", "source_path");
        var found = state.Models.Values.SelectMany(model => model.Versions.Values)
            .Where(version => filter.All(comparison => comparison.Identifier switch
            {
                "name" => comparison.Fits(version.Model),
                "run_id" => comparison.Value == version.RunId,
                "source_path" => comparison.Value == version.Source,
                _ => true,
            }) && SearchPage.Fits(filter, version.Tags))
            .OrderByDescending(version => version.Number)
            .ToList();
        var (items, next) = SearchPage.Cut(found, request, 200_000, 200_000, options.MaxPage);
        return TrackingCalls.Page("model_versions", [.. items.Select(Show)], next);
    }

    public JsonObject GetDownloadUri(MlflowRequest request)
    {
        var version = state.Version(request.Text("name"), request.Version());
        return new() { ["artifact_uri"] = state.ForgedLocations.GetValueOrDefault($"{version.Model}/{version.Number}") ?? version.Source };
    }

    public JsonObject SetVersionTag(MlflowRequest request)
    {
        var tag = MlflowRequest.CheckTag(request.Text("key"), request.OptionalText("value"), 100_000);
        state.Version(request.Text("name"), request.Version()).Tags[tag.Key] = tag.Value;
        return [];
    }

    public JsonObject SetAlias(MlflowRequest request)
    {
        var alias = request.Text("alias");
        if (!AliasForm().IsMatch(alias) || alias.Length > 255 || Reserved().IsMatch(alias))
        {
            throw MlflowFault.Invalid($"Version alias name '{alias}' is reserved or invalid.");
        }

        var version = state.Version(request.Text("name"), request.Version());
        var aliases = state.Models[version.Model].Aliases;
        state.Moves.Add(new(version.Model, alias, aliases.TryGetValue(alias, out var before) ? before : null, version.Number));
        aliases[alias] = version.Number;
        return [];
    }

    public JsonObject DeleteAlias(MlflowRequest request)
    {
        var alias = request.Text("alias");
        var model = state.Model(request.Text("name"));
        if (model.Aliases.Remove(alias))
        {
            state.RemovedAliases.Add($"{model.Name}@{alias}");
        }

        return [];
    }

    private static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    private static JsonObject Show(StoredModel model, bool showsAliases)
    {
        var shown = new JsonObject { ["name"] = model.Name, ["creation_timestamp"] = model.CreatedAt, ["last_updated_timestamp"] = model.CreatedAt };
        if (model.Description.Length > 0)
        {
            shown["description"] = model.Description;
        }

        if (model.Tags.Count > 0)
        {
            shown["tags"] = TrackingCalls.ShowTags(model.Tags);
        }

        if (showsAliases && model.Aliases.Count > 0)
        {
            shown["aliases"] = new JsonArray([.. model.Aliases.Select(alias => new JsonObject { ["alias"] = alias.Key, ["version"] = $"{alias.Value}" })]);
        }

        return shown;
    }

    private static JsonObject Show(StoredVersion version)
    {
        var status = version.Failure is not null ? "FAILED_REGISTRATION" : version.PendingReads-- > 0 ? "PENDING_REGISTRATION" : "READY";
        var shown = new JsonObject
        {
            ["name"] = version.Model,
            ["version"] = $"{version.Number}",
            ["creation_timestamp"] = version.CreatedAt,
            ["last_updated_timestamp"] = version.CreatedAt,
            ["current_stage"] = "None",
            ["description"] = version.Description,
            ["source"] = version.Source,
            ["run_id"] = version.RunId,
            ["status"] = status,
            ["run_link"] = "",
        };
        if (version.Failure is { } failure)
        {
            shown["status_message"] = failure;
        }

        if (version.Tags.Count > 0)
        {
            shown["tags"] = TrackingCalls.ShowTags(version.Tags);
        }

        return shown;
    }

    private void CheckSource(string source, string runId)
    {
        var isLocal = source.StartsWith("file:", StringComparison.Ordinal) || !source.Contains(':', StringComparison.Ordinal);
        if (isLocal && !(runId.Length > 0 && source.StartsWith(state.Run(runId).ArtifactUri + "/", StringComparison.Ordinal)))
        {
            throw MlflowFault.Invalid(
                $"Invalid model version source: '{source}'. To use a local path as a model version source, the run_id request parameter has to be specified.");
        }

        if (Uri.UnescapeDataString(source).Split('/').Any(segment => segment is ".." or ".") || source.Length > 500)
        {
            throw MlflowFault.Invalid($"Invalid model version source: '{source}'.");
        }
    }

    [GeneratedRegex(@"\A[\w\-]*\z")]
    private static partial Regex AliasForm();

    [GeneratedRegex(@"\A(?:latest|v\d+)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
