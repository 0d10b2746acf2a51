using ModelOps.Abstractions.Registry;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Show;

/// <summary>Reads one version; writes nothing.</summary>
internal sealed class ShowVerb : IVerb<ShowSettings, ShowResult>
{
    public async Task<VerbOutcome<ShowResult>> RunAsync(ShowSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var reference = VersionReference.Parse(settings.Reference);
        var environments = new EnvironmentResolver(context);
        var environment = environments.NamedOrDefault(settings.Environment);
        await using var catalog = await environment.OpenAsync(context, cancellationToken);
        var name = await environment.FindNameAsync(catalog, environments.ShortName(reference.Model), context, cancellationToken);
        var version = await SelectedVersion.FindAsync(catalog.Registry, environment.Name, name, reference.Choice, cancellationToken);
        var model = await catalog.Registry.FindModelAsync(name, cancellationToken);
        return new(new()
        {
            Version = version.Version,
            Model = name,
            Environment = environment.Name,
            Uri = version.Uri,
            Aliases = [.. (model?.Aliases ?? new Dictionary<string, int>()).Where(alias => alias.Value == version.Version).Select(alias => alias.Key).Order(StringComparer.Ordinal)],
            Validation = version.Tags.GetValueOrDefault(VersionTags.ValidationStatus) ?? "",
            Commit = version.Tags.GetValueOrDefault(VersionTags.Commit) ?? "",
            Created = version.CreatedAt,
            Digest = version.Tags.GetValueOrDefault(VersionTags.Digest) ?? "",
            Description = version.Description,
            Tags = [.. version.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new TagRow(tag.Key, tag.Value))],
        });
    }
}
