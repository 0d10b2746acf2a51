using System.Runtime.CompilerServices;
using System.Text.Json;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Http;
using ModelOps.PoorBackend.Tests.Server;

namespace ModelOps.PoorBackend.Tests.Adapter;

/// <summary>The port over the poor server: what the server has not, is made up here.</summary>
internal sealed class PoorRegistry(PoorClient client) : IModelRegistry
{
    private readonly PoorLists _lists = new(client);

    public RegistryTraits Traits { get; } = new()
    {
        Aliases = AliasStorage.ModelTags,
        Names = new(PoorPaths.Levels),
        VersionTags = new(PropertyCodec.RefusedInKeys, PropertyCodec.LongestKey, PropertyCodec.LongestValue),
        SearchesTags = false,
        FinishesVersions = true,
        DeletesModels = false,
    };

    private PoorAliases Aliases => new(this);

    public async Task<RegisteredModel?> FindModelAsync(ModelName model, CancellationToken cancellationToken) =>
        await FindAsync(PoorPaths.Of(model), "NO_MODEL", cancellationToken) is { } json ? PoorReader.Model(model, json) : null;

    public async Task EnsureModelAsync(ModelName model, string description, IReadOnlyList<Tag> tags, CancellationToken cancellationToken)
    {
        var body = new { name = model.Value, comment = description, properties = PropertyCodec.Encode(tags) };
        if (await FindModelAsync(model, cancellationToken) is not null)
        {
            return;
        }

        try
        {
            await client.SendAsync(HttpMethod.Post, PoorPaths.Models, body, Repeat.WhenNotDone, cancellationToken);
        }
        catch (ModelOpsException failure) when (PoorClient.Is(failure, "ALREADY_EXISTS"))
        {
            // Someone else was faster; what counts is that it is there.
        }
    }

    public async IAsyncEnumerable<RegisteredModel> ListModelsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var name in await _lists.NamesAsync(cancellationToken))
        {
            if (await FindModelAsync(name, cancellationToken) is { } model)
            {
                yield return model;
            }
        }
    }

    public async IAsyncEnumerable<ModelName> SearchModelsAsync(ModelSearch search, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var name in await _lists.NamesAsync(cancellationToken))
        {
            if (name.Value.StartsWith(search.NamePrefix ?? "", StringComparison.Ordinal)
                && (search.TagKey is null || (await FindModelAsync(name, cancellationToken))?.Tags.ContainsKey(search.TagKey) == true))
            {
                yield return name;
            }
        }
    }

    public Task SetModelTagAsync(ModelName model, Tag tag, CancellationToken cancellationToken) =>
        WriteAsync(model, PropertyCodec.Encode([tag]), cancellationToken);

    // The server deletes no model: what can be emptied is, and the name stays.
    public async Task DeleteModelAsync(ModelName model, CancellationToken cancellationToken)
    {
        foreach (var version in await _lists.NumbersAsync(model, cancellationToken))
        {
            await DeleteVersionAsync(model, version, cancellationToken);
        }

        if (await FindModelAsync(model, cancellationToken) is { Tags.Count: > 0 } left)
        {
            await WriteAsync(model, left.Tags.Keys.ToDictionary(key => PropertyCodec.KeyOf(key), _ => (string?)null), cancellationToken);
        }
    }

    public async Task DeleteVersionAsync(ModelName model, int version, CancellationToken cancellationToken)
    {
        if (await FindModelAsync(model, cancellationToken) is { } found && await FindVersionAsync(model, version, cancellationToken) is not null)
        {
            await Aliases.DeleteAsync(found, version, cancellationToken);
            await client.SendAsync(HttpMethod.Patch, PoorPaths.Of(model, version), new { archived = true }, Repeat.Always, cancellationToken);
        }
    }

    public async Task<ModelVersion?> FindVersionAsync(ModelName model, int version, CancellationToken cancellationToken) =>
        await FindAsync(PoorPaths.Of(model, version), "NO_VERSION", cancellationToken) is { } json ? PoorReader.Version(model, json) : null;

    public async IAsyncEnumerable<ModelVersion> ListVersionsAsync(
        ModelName model, Tag? withTag, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var number in await _lists.NumbersAsync(model, cancellationToken))
        {
            if (await FindVersionAsync(model, number, cancellationToken) is { } version
                && (withTag is null || version.Tags.GetValueOrDefault(withTag.Key) == withTag.Value))
            {
                yield return version;
            }
        }
    }

    public Task<AddedVersion> AddVersionAsync(VersionDraft draft, IModelContent content, CancellationToken cancellationToken) =>
        new PoorUpload(client, this).AddAsync(draft, content, cancellationToken);

    public Task<ModelVersion> FinishVersionAsync(ModelVersion version, IModelContent content, CancellationToken cancellationToken) =>
        new PoorUpload(client, this).FinishAsync(version, content, cancellationToken);

    public async Task<IModelContent> OpenContentAsync(ModelVersion version, CancellationToken cancellationToken)
    {
        var found = await RequireVersionAsync(version.Model, version.Version, cancellationToken);
        var files = await client.ListAsync(PoorPaths.Storage(found.Source), "files", PoorTokens.Storage, cancellationToken);
        return new PoorContent(
            client, found.Source, files.Select(file => new ContentFile(file.GetProperty("path").GetString()!, file.GetProperty("length").GetInt64())));
    }

    public async Task SetVersionTagAsync(ModelName model, int version, Tag tag, CancellationToken cancellationToken)
    {
        var properties = PropertyCodec.Encode([tag]);
        await RequireVersionAsync(model, version, cancellationToken);
        await client.SendAsync(HttpMethod.Patch, PoorPaths.Of(model, version), new { properties }, Repeat.Always, cancellationToken);
    }

    public async Task DescribeAsync(ModelName model, int? version, string description, CancellationToken cancellationToken)
    {
        if (version is { } number)
        {
            await RequireVersionAsync(model, number, cancellationToken);
        }

        var path = version is { } described ? PoorPaths.Of(model, described) : PoorPaths.Of(model);
        await client.SendAsync(HttpMethod.Patch, path, new { comment = description, properties = new { } }, Repeat.Always, cancellationToken);
    }

    public Task MoveAliasAsync(AliasMove move, CancellationToken cancellationToken) => Aliases.MoveAsync(move, cancellationToken);

    public Task DeleteAliasAsync(ModelName model, AliasName alias, CancellationToken cancellationToken) =>
        WriteAsync(model, new() { [PropertyCodec.KeyOf(alias)] = null }, cancellationToken);

    /// <summary>Writes properties of a registered model; null removes one.</summary>
    public Task WriteAsync(ModelName model, Dictionary<string, string?> properties, CancellationToken cancellationToken) =>
        client.SendAsync(HttpMethod.Patch, PoorPaths.Of(model), new { properties }, Repeat.Always, cancellationToken);

    /// <exception cref="ModelOpsException">There is no such version (MOP2007).</exception>
    public async Task<ModelVersion> RequireVersionAsync(ModelName model, int version, CancellationToken cancellationToken) =>
        await FindVersionAsync(model, version, cancellationToken) ?? throw new ModelOpsException(
            ExitCode.RemoteFailure, RegistryDiagnostics.VersionMissing.At($"The registered model '{model}' has no version {version}."));

    private async Task<JsonElement?> FindAsync(string path, string missing, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SendAsync(HttpMethod.Get, path, body: null, Repeat.Always, cancellationToken);
        }
        catch (ModelOpsException failure) when (PoorClient.Is(failure, missing) || PoorClient.Is(failure, "NO_MODEL"))
        {
            return null;
        }
    }
}
