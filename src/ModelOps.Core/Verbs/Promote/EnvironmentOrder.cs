using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;

namespace ModelOps.Core.Verbs.Promote;

/// <summary>Says whether a promotion keeps to the order of the environments.</summary>
internal static class EnvironmentOrder
{
    /// <summary>Judges a source and a target.</summary>
    /// <returns>An error where the order is strict, else a warning; null where nothing is left out.</returns>
    public static Diagnostic? Judge(ToolkitConfiguration configuration, string source, string target)
    {
        var names = configuration.Environments.Keys.ToList();
        var (from, to) = (names.IndexOf(source), names.IndexOf(target));
        if (configuration.Promotion.Order == PromotionOrder.Strict && from != to && from != to - 1)
        {
            return ReleaseDiagnostics.OrderBroken.At(
                $"From '{source}' to '{target}' is not the order of modelops.yml, which is {string.Join(", ", names)}: {(to > 0 ? $"'{target}' takes what '{names[to - 1]}' has" : $"'{target}' is the first")}.",
                configuration.File is { } file ? new(file) : null);
        }

        return to - from <= 1 ? null : ReleaseDiagnostics.EnvironmentSkipped.At(
            $"From '{source}' to '{target}' leaves out {string.Join(", ", names[(from + 1)..to])}.");
    }
}
