using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Releases;

/// <summary>Finds the version that a call is about.</summary>
internal static class SelectedVersion
{
    /// <summary>The version by number, else by alias, else the newest READY one; of several with one key the one that <see cref="UniqueTag"/> chooses.</summary>
    /// <exception cref="ModelOpsException">There is none (MOP2006, MOP2007), or both a number and an alias were given (MOP0005).</exception>
    public static async Task<ModelVersion> FindAsync(
        IModelRegistry registry, string environment, ModelName model, VersionChoice choice, CancellationToken cancellationToken)
    {
        if (choice is { Number: not null, Alias: not null })
        {
            throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Conflict.At($"Give --version or --{choice.AliasInput}, not both."));
        }

        var registered = await RequireModelAsync(registry, environment, model, cancellationToken);
        var number = choice.Number;
        if (choice.Alias is { } alias)
        {
            RequireOneSpelling(registered, alias);
            number = registered.FindAlias(alias) ?? throw Missing($"'{model}' has no alias '{alias}'.");
        }

        var version = number is { } wanted
            ? await registry.FindVersionAsync(model, wanted, cancellationToken)
            : await NewestVersion.FindReadyAsync(registry, model, cancellationToken);
        return version ?? throw Missing(number is null ? $"'{model}' has no READY version." : $"'{model}' has no version {number}.");
    }

    /// <summary>The registered model.</summary>
    /// <exception cref="ModelOpsException">There is none (MOP2006, exit 2).</exception>
    public static async Task<RegisteredModel> RequireModelAsync(IModelRegistry registry, string environment, ModelName model, CancellationToken cancellationToken) =>
        await registry.FindModelAsync(model, cancellationToken) ?? throw new ModelOpsException(
            ExitCode.BadInput, RegistryDiagnostics.ModelMissing.At($"There is no registered model '{model}' in environment '{environment}'."));

    // Of two spellings that are not the one asked for, either would be a guess.
    private static void RequireOneSpelling(RegisteredModel model, AliasName alias)
    {
        var others = model.Aliases.Where(pair => alias.IsSpelledAs(pair.Key)).ToList();
        if (!model.Aliases.ContainsKey(alias.Value) && others.DistinctBy(pair => pair.Value).Skip(1).Any())
        {
            var spellings = string.Join(", ", others.Select(pair => $"'{pair.Key}'").Order(StringComparer.Ordinal));
            throw new ModelOpsException(ExitCode.BadInput, ReleaseDiagnostics.AliasSpelling.At($"'{model.Name}' has no alias '{alias}', but {spellings}. Ask for one of them."));
        }
    }

    private static ModelOpsException Missing(string message) => new(ExitCode.BadInput, RegistryDiagnostics.VersionMissing.At(message));
}
