using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Releases;

/// <summary>Refuses what a kind of registry cannot do before anything is changed.</summary>
internal static class RegistrySupport
{
    /// <exception cref="ModelOpsException">The registry lacks something (MOP2010, exit 2); all that it lacks is in the exception.</exception>
    public static void Require(IModelRegistry registry, ModelName model, AliasName? alias)
    {
        if (Judge(registry, model, alias) is { Count: > 0 } problems)
        {
            throw new ModelOpsException(ExitCode.BadInput, problems);
        }
    }

    /// <summary>All that the registry lacks (MOP2010).</summary>
    public static IReadOnlyList<Diagnostic> Judge(IModelRegistry registry, ModelName model, AliasName? alias)
    {
        var problems = new List<Diagnostic>();
        if (alias is not null && !registry.Capabilities.HasAliases)
        {
            problems.Add(RegistryDiagnostics.Unsupported.At($"This registry has no aliases; '{alias}' cannot be set."));
        }

        if (!registry.Capabilities.HasVersionTags)
        {
            problems.Add(RegistryDiagnostics.Unsupported.At("This registry has no version tags, which keep digest and provenance."));
        }

        if (registry.Capabilities.NeedsThreeLevels && ModelLevels.Judge(model) is { } levels)
        {
            problems.Add(levels);
        }

        return problems;
    }
}
