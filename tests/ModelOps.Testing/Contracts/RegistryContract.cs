using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using Xunit;

namespace ModelOps.Testing.Contracts;

/// <summary>
/// What every caller of a registry relies on. A backend has a subclass that opens it. Where backends may differ, the traits say how.
/// </summary>
public abstract partial class RegistryContract : CatalogContract
{
    /// <summary>The registry.</summary>
    protected IModelRegistry Registry => Catalog.Registry;

    /// <summary>Where this backend differs, as its callers are told.</summary>
    private RegistryTraits Traits => Registry.Traits;

    /// <summary>A name in a schema, with as many levels as the backend wants.</summary>
    protected ModelName Name(string schema, string leaf) => ModelName.Parse(Place(schema, leaf));

    /// <summary>A name that no other test has.</summary>
    protected ModelName NewName() => Name(Unique(), "churn");

    /// <summary>A new registered model.</summary>
    protected async Task<ModelName> NewModelAsync(params Tag[] tags)
    {
        var model = NewName();
        await Registry.EnsureModelAsync(model, "who leaves", tags, CancellationToken.None);
        return model;
    }

    /// <summary>What is needed for a version: a run of its own.</summary>
    protected async Task<VersionDraft> DraftAsync(ModelName model, params Tag[] tags)
    {
        var run = await RunAsync();
        return new() { Model = model, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = tags, Description = "from a contract" };
    }

    /// <summary>A new version of a small model.</summary>
    protected async Task<ModelVersion> AddAsync(ModelName model, params Tag[] tags)
    {
        var added = await Registry.AddVersionAsync(await DraftAsync(model, tags), ContractContent.Small(), CancellationToken.None);
        Assert.True(added.IsNew);
        return added.Version;
    }

    protected async Task<RegisteredModel> FindAsync(ModelName model) =>
        await Registry.FindModelAsync(model, CancellationToken.None) ?? throw new InvalidOperationException($"{model} is gone.");

    protected async Task<IReadOnlyList<int>> NumbersAsync(ModelName model, Tag? withTag = null) =>
        [.. (await ListAsync(model, withTag)).Select(version => version.Version)];

    protected async Task<IReadOnlyList<ModelVersion>> ListAsync(ModelName model, Tag? withTag = null) =>
        await Registry.ListVersionsAsync(model, withTag, CancellationToken.None).ToListAsync();

    protected async Task<IReadOnlyList<string>> SearchAsync(ModelSearch search) =>
        await Registry.SearchModelsAsync(search, CancellationToken.None).Select(name => name.Value).ToListAsync();

    private string Place(string schema, string leaf) => Traits.Names.Levels switch
    {
        1 => $"contract_{schema}_{leaf}",
        2 => $"contract_{schema}.{leaf}",
        _ => $"contract.{schema}.{leaf}",
    };
}
