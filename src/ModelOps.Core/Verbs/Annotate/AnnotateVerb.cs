using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Configuration;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Annotate;

/// <summary>Sets tags and a description, with an entry in the ledger. What is there already is not written again.</summary>
internal sealed class AnnotateVerb : IVerb<AnnotateSettings, AnnotateResult>
{
    private const string Action = "annotate";
    private const string DescriptionName = "description";

    public async Task<VerbOutcome<AnnotateResult>> RunAsync(AnnotateSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var environments = new EnvironmentResolver(context);
        var shortName = environments.ShortName(settings.Model!);
        var tags = TagsOf(settings, context, shortName);
        Require(settings, tags);
        var environment = environments.NamedOrDefault(settings.Environment);
        await using var catalog = await environment.OpenAsync(context, cancellationToken);
        var model = await environment.FindNameAsync(catalog, shortName, context, cancellationToken);
        RegistrySupport.Require(catalog.Registry, model, alias: null, tags);
        var version = settings.RegisteredModel ? null : await SelectedVersion.FindAsync(
            catalog.Registry, environment.Name, model, new(settings.Version, settings.FromAlias), cancellationToken);

        var present = version?.Tags ?? (await SelectedVersion.RequireModelAsync(catalog.Registry, environment.Name, model, cancellationToken)).Tags;
        List<Tag> missing = [.. tags.Where(tag => present.GetValueOrDefault(tag.Key) != tag.Value)];
        var description = version is null || version.Description != settings.Description ? settings.Description : null;
        var result = new AnnotateResult
        {
            Model = model,
            Environment = environment.Name,
            Version = version?.Version,
            Uri = version?.Uri,
            Changed = [.. missing.Select(tag => $"tag {tag}"), .. description is null ? Array.Empty<string>() : [DescriptionName]],
        };
        if (settings.DryRun)
        {
            context.ReportDryRun();
            return new(result);
        }

        var ledger = environment.LedgerOf(catalog, model, context);
        List<string> names = [.. tags.Select(NameOf), .. settings.Description is null ? [] : new[] { DescriptionName }];

        // Of what a killed run began nothing may have been for another purpose than this one.
        var left = ledger.LeftOf(
            await ledger.ReadAsync(cancellationToken), Action, begun => begun.To == version?.Version && !begun.Text(LedgerTags.Annotated).Split(", ").Except(names).Any());
        var entry = await ledger.TakeUpAsync(left, cancellationToken);
        if (entry is not null || result.Changed.Count > 0)
        {
            entry ??= await ledger.BeginAsync(Action, await context.ReadBuildAsync(cancellationToken), Facts(result, version), cancellationToken);
            context.OnStep("run created");
            await WriteAsync(catalog.Registry, result, missing, description, cancellationToken);
            await ledger.CompleteAsync(entry, [], ResultJson.Document(result), cancellationToken);
        }

        return new(result);
    }

    private static string NameOf(Tag tag) => $"tag {tag.Key}";

    private static async Task WriteAsync(IModelRegistry registry, AnnotateResult result, List<Tag> tags, string? description, CancellationToken cancellationToken)
    {
        foreach (var tag in tags)
        {
            await (result.Version is { } number
                ? registry.SetVersionTagAsync(result.Model, number, tag, cancellationToken)
                : registry.SetModelTagAsync(result.Model, tag, cancellationToken));
        }

        if (description is not null)
        {
            await registry.DescribeAsync(result.Model, result.Version, description, cancellationToken);
        }
    }

    private static IReadOnlyList<Tag> Facts(AnnotateResult result, ModelVersion? version) =>
    [
        new(LedgerTags.Annotated, string.Join(", ", result.Changed.Select(change => change.Split('=')[0]))),
        .. version is null ? [] : new[] { new Tag(LedgerTags.To, $"{version.Version}") },
        .. version?.Tags.GetValueOrDefault(LedgerTags.Digest) is { } digest ? [new Tag(LedgerTags.Digest, digest)] : Array.Empty<Tag>(),
    ];

    private static IReadOnlyList<Tag> TagsOf(AnnotateSettings settings, VerbContext context, string shortName) => settings.Tags.Count > 0 || settings.Description is not null
        ? [.. settings.Tags.DistinctBy(tag => tag.Key, StringComparer.Ordinal)]
        : [.. (context.Configuration.Find(shortName)?.Tags ?? new Dictionary<string, string>()).Select(tag => new Tag(tag.Key, tag.Value))];

    private static void Require(AnnotateSettings settings, IReadOnlyList<Tag> tags)
    {
        var problems = new List<Diagnostic>();
        if (settings.RegisteredModel && (settings.Version is not null || settings.FromAlias is not null))
        {
            problems.Add(InputDiagnostics.Conflict.At("Give --registered-model, or --version or --from-alias, not both."));
        }

        if (tags.Count == 0 && settings.Description is null)
        {
            problems.Add(InputDiagnostics.Invalid.At("There is nothing to set: give --tags or --description, or list tags of the model in modelops.yml."));
        }

        problems.AddRange(tags.Where(tag => VersionTags.IsReserved(tag.Key)).Select(tag => InputDiagnostics.Invalid.At(
            $"The tag '{tag.Key}' is the toolkit's own: it says who built a version, or whether it passed, and no call sets it.")));
        if (problems.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, problems);
        }
    }
}
