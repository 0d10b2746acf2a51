using System.Globalization;
using ModelOps.Abstractions.Registry;
using ModelOps.FileStore.Files;

namespace ModelOps.FileStore.Reading;

/// <summary>The registered models of a store: a directory each in <c>models</c>, and one in it for every version.</summary>
internal sealed class RegisteredModels(StoreRoot store)
{
    private const string Folder = "models";
    private const string VersionPrefix = "version-";

    /// <summary>All models in order of name; one whose name the toolkit cannot write in a URI is left out.</summary>
    public IEnumerable<RegisteredModel> All => store.FindDirectory(Folder) is not { } folder
        ? []
        : store.DirectoriesIn(folder).Select(name => ModelName.TryParse(name, out var model) ? Find(model) : null).OfType<RegisteredModel>();

    /// <summary>Finds a model with its aliases; null when it does not exist.</summary>
    public RegisteredModel? Find(ModelName model)
    {
        if (store.FindDirectory(Folder, model.Value) is not { } directory || MetaFile.Read(store, directory) is null)
        {
            return null;
        }

        var aliases = ValueFiles.Read(store, Path.Combine(directory, "aliases"))
            .Select(pair => (pair.Key, Number: NumberOf(pair.Value.Trim())))
            .Where(pair => pair.Number is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Number!.Value, StringComparer.Ordinal);
        return new(model, aliases) { Tags = ValueFiles.Read(store, Path.Combine(directory, "tags")) };
    }

    /// <summary>Finds a version and what was recorded of where its files are; null when it does not exist.</summary>
    public (ModelVersion Version, string Location)? Find(ModelName model, int number)
    {
        if (store.FindDirectory(Folder, model.Value, VersionPrefix + number.ToString(CultureInfo.InvariantCulture)) is not { } directory
            || MetaFile.Read(store, directory) is not { } meta
            || meta["current_stage"] == "Deleted_Internal")
        {
            return null;
        }

        var version = new ModelVersion
        {
            Model = model,
            Version = number,
            Status = meta["status"] switch
            {
                "PENDING_REGISTRATION" => VersionStatus.Pending,
                "FAILED_REGISTRATION" => VersionStatus.Failed,
                _ => VersionStatus.Ready,
            },
            StatusMessage = meta["status_message"] ?? "",
            Description = meta["description"] ?? "",
            Source = meta["source"] ?? "",
            RunId = meta["run_id"],
            CreatedAt = meta.Time("creation_timestamp") ?? DateTimeOffset.UnixEpoch,
            Tags = ValueFiles.Read(store, Path.Combine(directory, "tags")),
        };
        return (version, meta["storage_location"] ?? version.Source);
    }

    /// <summary>Versions of a model, newest first.</summary>
    public IEnumerable<ModelVersion> Versions(ModelName model) => store.FindDirectory(Folder, model.Value) is not { } directory
        ? []
        : store.DirectoriesIn(directory)
            .Where(name => name.StartsWith(VersionPrefix, StringComparison.Ordinal))
            .Select(name => NumberOf(name[VersionPrefix.Length..]))
            .OfType<int>()
            .OrderDescending()
            .Select(number => Find(model, number)?.Version)
            .OfType<ModelVersion>();

    private static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
