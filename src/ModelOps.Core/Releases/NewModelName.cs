using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Abstractions.Text.Unicode;
using ModelOps.Core.Running;

namespace ModelOps.Core.Releases;

/// <summary>Warns of a new model whose name people take for another.</summary>
internal static class NewModelName
{
    /// <summary>Most names that are read to find one that is alike.</summary>
    public const int MaxNames = 10_000;

    /// <summary>Looks at the name of a model that got its first version; that tells a new model from an old one without another question.</summary>
    public static Task WarnAsync(IModelRegistry registry, ModelVersion version, bool isNew, VerbContext context, CancellationToken cancellationToken) =>
        isNew && version.Version == 1 ? WarnAsync(registry, version.Model, context, cancellationToken) : Task.CompletedTask;

    /// <summary>Looks at the name of a model that would get its first version; asks the registry for the names that it has.</summary>
    public static async Task WarnAsync(IModelRegistry registry, ModelName model, VerbContext context, CancellationToken cancellationToken)
    {
        var written = VisibleText.OfAscii(model.Value);
        if (model.Value != model.Value.Trim(' '))
        {
            Report(context, $"The name '{written}' of the new model begins or ends with a space.");
        }

        if (LookAlikes.FindMixedWord(model.Value) is { } word)
        {
            Report(context, $"The name '{written}' of the new model mixes alphabets in one word, '{VisibleText.OfAscii(word)}'.");
        }

        if (await FindTwinAsync(registry, model, context, cancellationToken) is { } twin)
        {
            Report(context, $"The name of the new model, '{written}', looks like '{VisibleText.OfAscii(twin)}', which is another model.");
        }
    }

    private static async Task<string?> FindTwinAsync(
        IModelRegistry registry, ModelName model, VerbContext context, CancellationToken cancellationToken)
    {
        var shortName = new EnvironmentResolver(context).ShortName(model);
        if (context.Configuration.Models.FirstOrDefault(section => IsTwin(section.Name, shortName)) is { } section)
        {
            return section.Name;
        }

        try
        {
            return await registry.SearchModelsAsync(new(), cancellationToken)
                .Take(MaxNames)
                .Where(name => IsTwin(name.Value, model.Value))
                .Select(name => name.Value)
                .FirstOrDefaultAsync(cancellationToken);
        }
        catch (ModelOpsException)
        {
            // Who may register need not be allowed to list; a warning is not worth a release.
            return null;
        }
    }

    private static bool IsTwin(string one, string other) => !Nfc.AreSame(one, other) && LookAlikes.AreAlike(one, other);

    private static void Report(VerbContext context, string message) => context.Report(NameDiagnostics.LooksAlike.At(message));
}
