using System.Runtime.CompilerServices;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Abstractions.Tracking;
using ModelOps.Http;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>Registered models and versions of an MLflow server.</summary>
internal sealed class MlflowRegistry(MlflowClient client, IArtifactStore artifacts, ArtifactLocations locations, VersionPlace place) : IModelRegistry
{
    private const int ModelsPerPage = 1000;
    private const int VersionsPerPage = 1000;

    // A look right before a create stays small, however many versions a model has.
    private const int LookedAt = 100;
    private const long ShortUpload = 16 * 1024 * 1024;

    public RegistryTraits Traits { get; } = new();

    public async Task<RegisteredModel?> FindModelAsync(ModelName model, CancellationToken cancellationToken)
    {
        var answer = await client.FindAsync($"/mlflow/registered-models/get?name={Escape(model)}", WireJson.Mlflow.ModelAnswer, cancellationToken);
        return answer is not null && WireReader.Model(answer.RegisteredModel) is { } found ? Named(found, found.Name, model) : null;
    }

    public Task EnsureModelAsync(ModelName model, string description, IReadOnlyList<Tag> tags, CancellationToken cancellationToken) =>
        new ModelCreation(client, this).EnsureAsync(model, description, tags, cancellationToken);

    public async IAsyncEnumerable<RegisteredModel> ListModelsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var searchFillsAliases = false;
        await foreach (var wire in Pages.ReadAsync(token => SearchModelsAsync(filter: null, token, cancellationToken), cancellationToken))
        {
            if (WireReader.Model(wire) is { } model)
            {
                searchFillsAliases |= model.Aliases.Count > 0;
                // Some servers leave aliases out of search results; once one was seen there, this server does not.
                yield return searchFillsAliases ? model : await FindModelAsync(model.Name, cancellationToken) ?? model;
            }
        }
    }

    public async IAsyncEnumerable<ModelName> SearchModelsAsync(ModelSearch search, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = SearchFilter.And(
            search.NamePrefix is { } prefix ? SearchFilter.StartsWith("name", prefix) : null,
            search.TagKey is { } key ? SearchFilter.HasTag(key) : null);
        await foreach (var wire in Pages.ReadAsync(token => SearchModelsAsync(filter, token, cancellationToken), cancellationToken))
        {
            if (WireReader.Model(wire) is { } model && model.Name.Value.StartsWith(search.NamePrefix ?? "", StringComparison.Ordinal))
            {
                yield return model.Name;
            }
        }
    }

    public Task SetModelTagAsync(ModelName model, Tag tag, CancellationToken cancellationToken) => client.SendAsync(
        HttpMethod.Post,
        "/mlflow/registered-models/set-tag",
        new SetModelTagRequest(model.Value, tag.Key, tag.Value),
        WireJson.Mlflow.SetModelTagRequest,
        WireJson.Mlflow.WireNothing,
        Repeat.Always,
        cancellationToken);

    public Task DeleteModelAsync(ModelName model, CancellationToken cancellationToken) => client.DeleteAsync(
        HttpMethod.Delete,
        "/mlflow/registered-models/delete",
        new DeleteModelRequest(model.Value),
        WireJson.Mlflow.DeleteModelRequest,
        cancellationToken);

    public Task DeleteVersionAsync(ModelName model, int version, CancellationToken cancellationToken) =>
        new VersionRemoval(client, this).RunAsync(model, version, cancellationToken);

    public async Task<ModelVersion?> FindVersionAsync(ModelName model, int version, CancellationToken cancellationToken)
    {
        var answer = await client.FindAsync($"/mlflow/model-versions/get?name={Escape(model)}&version={version}", WireJson.Mlflow.VersionAnswer, cancellationToken);
        return answer is not null && WireReader.Version(answer.ModelVersion) is { } found ? Named(found, found.Model, model) : null;
    }

    public async IAsyncEnumerable<ModelVersion> ListVersionsAsync(
        ModelName model, Tag? withTag, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var name = SearchFilter.Near("name", model.Value);
        var filter = SearchFilter.And(name, withTag is null ? null : SearchFilter.Tag(withTag.Key, withTag.Value)) ?? name;
        var versions = Pages.ReadAsync(token => SearchVersionsAsync(filter, VersionsPerPage, token, cancellationToken), cancellationToken);

        // A name that the filter cannot say finds others too, and so does a database that takes two names for one.
        await foreach (var wire in versions.Where(found => found.Name is null || found.Name == model.Value))
        {
            var version = WireReader.Version(wire);
            if (withTag is not null && version.Tags.Count == 0)
            {
                // Some registries search by tag and leave tags out of the result.
                version = await FindVersionAsync(version.Model, version.Version, cancellationToken) ?? version;
            }

            if (withTag is null || version.Tags.GetValueOrDefault(withTag.Key) == withTag.Value)
            {
                yield return version;
            }
        }
    }

    public Task<AddedVersion> AddVersionAsync(VersionDraft draft, IModelContent content, CancellationToken cancellationToken) =>
        new VersionUpload(client, artifacts, this).RunAsync(draft, place.Of(draft), content, create: null, cancellationToken);

    public async Task<AddedVersion> AddFirstVersionAsync(VersionDraft draft, string modelDescription, IModelContent content, CancellationToken cancellationToken)
    {
        var upload = new VersionUpload(client, artifacts, this);
        if (content.Files.Sum(file => file.Length) <= ShortUpload)
        {
            return await upload.RunAsync(
                draft, place.Of(draft), content, token => new ModelCreation(client, this).TryAsync(draft.Model, modelDescription, token), cancellationToken);
        }

        // A server that takes no such model says so before minutes of an upload.
        await EnsureModelAsync(draft.Model, modelDescription, [], cancellationToken);
        return await upload.RunAsync(draft, place.Of(draft), content, create: null, cancellationToken);
    }

    /// <summary>What there is of a unique tag, from the newest versions where these are all, else by a search.</summary>
    public async Task<VersionLook> LookAsync(ModelName model, UniqueTag unique, CancellationToken cancellationToken)
    {
        var (items, next) = await SearchVersionsAsync(SearchFilter.Near("name", model.Value), LookedAt, pageToken: null, cancellationToken);
        var versions = (items ?? []).Where(wire => wire.Name is null || wire.Name == model.Value).Select(WireReader.Version).ToList();

        // Some registries search by tag and leave tags out of the result.
        return string.IsNullOrEmpty(next) && versions.TrueForAll(version => version.Tags.Count > 0)
            ? new(unique.Choose(versions), versions.Select(version => version.Version).DefaultIfEmpty().Max())
            : new(unique.Choose(await ListVersionsAsync(model, unique.Tag, cancellationToken).ToListAsync(cancellationToken)), null);
    }

    public async Task<IModelContent> OpenContentAsync(ModelVersion version, CancellationToken cancellationToken)
    {
        var root = await locations.OfVersionAsync(version.Model.Value, version.Version, cancellationToken);
        return new StoredContent(artifacts, root, await artifacts.ListAsync(root, cancellationToken));
    }

    public Task SetVersionTagAsync(ModelName model, int version, Tag tag, CancellationToken cancellationToken) =>
        NamingVersion(model, version, client.SendAsync(
        HttpMethod.Post,
        "/mlflow/model-versions/set-tag",
        new SetVersionTagRequest(model.Value, $"{version}", tag.Key, tag.Value),
        WireJson.Mlflow.SetVersionTagRequest,
        WireJson.Mlflow.WireNothing,
        Repeat.Always,
        cancellationToken));

    public Task DescribeAsync(ModelName model, int? version, string description, CancellationToken cancellationToken) => version is { } number
        ? NamingVersion(model, number, client.SendAsync(
            HttpMethod.Patch,
            "/mlflow/model-versions/update",
            new DescribeVersionRequest(model.Value, $"{number}", description),
            WireJson.Mlflow.DescribeVersionRequest,
            WireJson.Mlflow.WireNothing,
            Repeat.Always,
            cancellationToken))
        : client.SendAsync(
            HttpMethod.Patch,
            "/mlflow/registered-models/update",
            new DescribeModelRequest(model.Value, description),
            WireJson.Mlflow.DescribeModelRequest,
            WireJson.Mlflow.WireNothing,
            Repeat.Always,
            cancellationToken);

    public Task MoveAliasAsync(AliasMove move, CancellationToken cancellationToken) =>
        new AliasWrite(client, this).RunAsync(move, cancellationToken);

    public Task DeleteAliasAsync(ModelName model, AliasName alias, CancellationToken cancellationToken) => client.DeleteAsync(
        HttpMethod.Delete,
        "/mlflow/registered-models/alias",
        new DeleteAliasRequest(model.Value, alias.Value),
        WireJson.Mlflow.DeleteAliasRequest,
        cancellationToken);

    /// <summary>Waits for a call on a version; says which when it does not exist.</summary>
    public static async Task<T> NamingVersion<T>(ModelName model, int version, Task<T> call)
    {
        try
        {
            return await call;
        }
        catch (ModelOpsException exception) when (MlflowErrors.IsMissing(exception))
        {
            throw new ModelOpsException(
                ExitCode.RemoteFailure, RegistryDiagnostics.VersionMissing.At(
                    $"The registered model {model} has no version {version}."), exception);
        }
    }

    // A database that compares without case or accents gives one model for the name of another, whose gates would not be asked.
    private static T Named<T>(T found, ModelName name, ModelName asked) => name == asked ? found : throw new ModelOpsException(
        ExitCode.BadInput, NameDiagnostics.NotOne.At(
            $"'{VisibleText.OfAscii(asked.Value)}' and '{VisibleText.OfAscii(name.Value)}' are not kept apart: the registry gives one when it is asked for the other."));

    private static string Escape(ModelName model) => Uri.EscapeDataString(model.Value);

    private async Task<(IReadOnlyList<WireModel>? Items, string? NextToken)> SearchModelsAsync(
        string? filter, string? pageToken, CancellationToken cancellationToken)
    {
        var condition = filter is null ? "" : $"filter={Uri.EscapeDataString(filter)}&";
        var path = $"/mlflow/registered-models/search?{condition}max_results={ModelsPerPage}&order_by=name+ASC{PageToken(pageToken)}";
        var page = await client.GetAsync(path, WireJson.Mlflow.ModelsPage, cancellationToken);
        return (page.RegisteredModels, page.NextPageToken);
    }

    private async Task<(IReadOnlyList<WireVersion>? Items, string? NextToken)> SearchVersionsAsync(
        string filter, int perPage, string? pageToken, CancellationToken cancellationToken)
    {
        var path = $"/mlflow/model-versions/search?filter={Uri.EscapeDataString(filter)}&max_results={perPage}&order_by=version_number+DESC{PageToken(pageToken)}";
        var page = await client.GetAsync(path, WireJson.Mlflow.VersionsPage, cancellationToken);
        return (page.ModelVersions, page.NextPageToken);
    }

    private static string PageToken(string? token) => token is null ? "" : $"&page_token={Uri.EscapeDataString(token)}";
}
