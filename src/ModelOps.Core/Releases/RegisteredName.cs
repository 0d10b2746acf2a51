using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Running;

namespace ModelOps.Core.Releases;

/// <summary>Finds how a registry spells the name of a model: it compares byte by byte, and people do not see how a letter and its accent are written.</summary>
internal static class RegisteredName
{
    /// <summary>The name to use: as the registry has it, else in Normalization Form C. A name in ASCII is asked for nothing.</summary>
    /// <exception cref="ModelOpsException">The registry has two models of this name, or another one (MOP2203, exit 2).</exception>
    public static async Task<ModelName> FindAsync(IModelRegistry registry, ModelName model, VerbContext context, CancellationToken cancellationToken)
    {
        if (model.IsAscii)
        {
            return model;
        }

        if (await registry.FindModelAsync(model, cancellationToken) is { } exact)
        {
            return exact.Name == model ? exact.Name : throw NotOne(model, exact.Name, "the registry gives one when it is asked for the other");
        }

        var spellings = await registry
            .SearchModelsAsync(new() { NamePrefix = PrefixOf(model.Value) }, cancellationToken)
            .Take(NewModelName.MaxNames)
            .Where(name => name == model)
            .Take(2)
            .ToListAsync(cancellationToken);
        if (spellings.Count > 1)
        {
            throw NotOne(spellings[0], spellings[1], "they differ only in how their characters are composed");
        }

        if (spellings.Count == 1)
        {
            context.Report(NameDiagnostics.SpelledOtherwise.At(
                $"'{model}' is '{VisibleText.OfAscii(spellings[0].Value)}' in the registry and '{VisibleText.OfAscii(model.Value)}' in this call."));
            return spellings[0];
        }

        return ModelName.Parse(model.Normalized);
    }

    // The ASCII letter before the first mark may be composed with it.
    private static string? PrefixOf(string name)
    {
        var length = name.TakeWhile(char.IsAscii).Count() - 1;
        return length > 0 ? name[..length] : null;
    }

    private static ModelOpsException NotOne(ModelName one, ModelName other, string why) => new(ExitCode.BadInput, NameDiagnostics.NotOne.At(
        $"'{VisibleText.OfAscii(one.Value)}' and '{VisibleText.OfAscii(other.Value)}' are not kept apart: {why}."));
}
