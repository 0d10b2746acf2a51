using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Configuration;
using ModelOps.Core.Running;

namespace ModelOps.Core.Releases;

/// <summary>An environment of modelops.yml, or the one default environment where there is none.</summary>
/// <param name="Name">Name; <c>default</c> without modelops.yml.</param>
/// <param name="Address">Where its catalog is.</param>
/// <param name="Prefix">Levels that model names get, such as <c>staging.fraud</c>; empty when none.</param>
internal sealed record ReleaseEnvironment(string Name, CatalogAddress Address, string Prefix)
{
    /// <summary>Experiment of a ledger, with a placeholder for the registered model.</summary>
    public string LedgerExperiment { get; init; } = LedgerSection.UsualExperiment;

    /// <summary>Variable with the key of the ledgers; null where they have none.</summary>
    public string? LedgerKeyVariable { get; init; }

    /// <summary>Name of a model in this environment.</summary>
    /// <param name="shortName">Name without catalog and schema.</param>
    /// <exception cref="ModelOpsException">With catalog and schema it is no name (MOP0103, exit 2).</exception>
    public ModelName Qualify(string shortName)
    {
        var name = Prefix.Length == 0 ? shortName : $"{Prefix}.{shortName}";
        return ModelNameRules.FindProblem(name) is { } problem
            ? throw new ModelOpsException(ExitCode.BadInput, ConfigurationDiagnostics.InvalidValue.At(
                $"'{VisibleText.Of(name)}' cannot name a model in {Name}: expected {ModelName.Expected}; {problem}."))
            : ModelName.Parse(name);
    }

    /// <summary>Name of a model in this environment, as its registry spells it.</summary>
    /// <exception cref="ModelOpsException">It is no name (MOP0103), or not one model's (MOP2203).</exception>
    public Task<ModelName> FindNameAsync(ICatalog catalog, string shortName, VerbContext context, CancellationToken cancellationToken) =>
        RegisteredName.FindAsync(catalog.Registry, Qualify(shortName), context, cancellationToken);

    /// <summary>Opens the catalog.</summary>
    public Task<ICatalog> OpenAsync(VerbContext context, CancellationToken cancellationToken)
    {
        UndefinedVariables.RequireNone(context.Environment, context.Catalogs.Backends);
        return context.Catalogs.OpenAsync(Address, cancellationToken);
    }

    /// <summary>The ledger of a model.</summary>
    /// <param name="catalog">The environment's catalog.</param>
    /// <param name="model">Registered model in it.</param>
    /// <param name="context">The verb's context.</param>
    /// <exception cref="ModelOpsException">Its key is missing (MOP3025, exit 2).</exception>
    public Ledger LedgerOf(ICatalog catalog, ModelName model, VerbContext context) =>
        new(catalog, LedgerPlace.Of(this, catalog.Tracking, model), context.Time, context.Report, LedgerKey.Seal(LedgerKeyVariable, context.Environment));

    /// <summary>The ledger of a model for somebody who only looks at it, who need not have its key.</summary>
    /// <param name="catalog">The environment's catalog.</param>
    /// <param name="model">Registered model in it.</param>
    /// <param name="context">The verb's context.</param>
    public Ledger LedgerToRead(ICatalog catalog, ModelName model, VerbContext context) =>
        new(catalog, LedgerPlace.Of(this, catalog.Tracking, model), context.Time, context.Report, LedgerKey.Reading(LedgerKeyVariable, context.Environment, context.Report));
}
