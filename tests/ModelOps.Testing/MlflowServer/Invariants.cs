namespace ModelOps.Testing.MlflowServer;

/// <summary>What must hold after every request, whatever goes wrong in between.</summary>
internal sealed class Invariants(MlflowState state)
{
    public IEnumerable<string> FindBroken()
    {
        foreach (var model in state.Models.Values)
        {
            foreach (var (alias, number) in model.Aliases)
            {
                if (!model.Versions.TryGetValue(number, out var version) || version.PendingReads > 0 || version.Failure is not null)
                {
                    yield return $"alias {alias} of {model.Name} points to version {number}, which is not there or not ready";
                }

                if (state.RemovedAliases.Contains($"{model.Name}@{alias}"))
                {
                    yield return $"alias {alias} of {model.Name} was removed and set again: it was absent in between";
                }
            }

            // One that is pending is for a run to finish or to replace.
            var twice = model.Versions.Values
                .Where(version => version is { PendingReads: <= 0, Failure: null })
                .Where(version => version.Tags.ContainsKey("modelops.key") && !version.Tags.ContainsKey("modelops.superseded_by"))
                .GroupBy(version => version.Tags["modelops.key"], StringComparer.Ordinal)
                .Where(group => group.Count() > 1);
            foreach (var group in twice)
            {
                yield return $"versions {string.Join(", ", group.Select(version => version.Number))} of {model.Name} carry one key";
            }
        }
    }
}
