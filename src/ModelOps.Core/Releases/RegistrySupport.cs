using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>Refuses what a kind of registry does not take before anything is changed.</summary>
internal static class RegistrySupport
{
    /// <param name="registry">The registry.</param>
    /// <param name="model">Name that is used there.</param>
    /// <param name="alias">Alias that is given; null for none.</param>
    /// <param name="tags">Tags of a new version that are not the toolkit's own.</param>
    /// <exception cref="ModelOpsException">The registry does not take something (MOP2010, exit 2); all of it is in the exception.</exception>
    public static void Require(IModelRegistry registry, ModelName model, AliasName? alias, IEnumerable<Tag> tags) =>
        Refuse([.. Judge(registry, model, alias), .. JudgeTags(registry, tags)]);

    /// <param name="registry">The registry.</param>
    /// <param name="tags">Tags of a new version that are not the toolkit's own.</param>
    /// <exception cref="ModelOpsException">The registry does not take one of the tags (MOP2010, exit 2); all of them are in the exception.</exception>
    public static void RequireTags(IModelRegistry registry, IEnumerable<Tag> tags) => Refuse([.. JudgeTags(registry, tags)]);

    /// <summary>All that the registry lacks (MOP2010).</summary>
    public static IReadOnlyList<Diagnostic> Judge(IModelRegistry registry, ModelName model, AliasName? alias)
    {
        var problems = new List<Diagnostic>();
        if (alias is not null && registry.Traits.Aliases == AliasStorage.None)
        {
            problems.Add(RegistryDiagnostics.Unsupported.At($"This registry has no aliases; '{alias}' cannot be set."));
        }

        if (registry.Traits.VersionTags is null)
        {
            problems.Add(RegistryDiagnostics.Unsupported.At("This registry has no version tags, which keep digest and provenance."));
        }

        if (registry.Traits.Names.FindProblem(model) is { } problem)
        {
            problems.Add(RegistryDiagnostics.Unsupported.At(problem));
        }

        return problems;
    }

    private static IEnumerable<Diagnostic> JudgeTags(IModelRegistry registry, IEnumerable<Tag> tags) => registry.Traits.VersionTags is { } rule
        ? tags.Where(tag => !VersionTags.IsReserved(tag.Key)).Select(rule.FindProblem).OfType<string>().Select(problem => RegistryDiagnostics.Unsupported.At(problem))
        : [];

    private static void Refuse(IReadOnlyList<Diagnostic> problems)
    {
        if (problems.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, problems);
        }
    }
}
