using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Configuration;

namespace ModelOps.Core.Releases;

/// <summary>Where the ledger of a registered model is: an experiment in the tracking store of its environment.</summary>
/// <param name="Experiment">Name of the experiment, as the store keeps it.</param>
/// <param name="Usual">Where it would be if modelops.yml said nothing of it; the same where it does not.</param>
internal sealed record LedgerPlace(string Experiment, string Usual)
{
    /// <summary>The registered model.</summary>
    public required ModelName Model { get; init; }

    /// <summary>Every place where a ledger of the model may be.</summary>
    public IEnumerable<string> All => new[] { Experiment, Usual }.Distinct(StringComparer.Ordinal);

    /// <summary>The place of a model's ledger.</summary>
    /// <param name="environment">Environment of the model; modelops.yml may say where its ledgers are.</param>
    /// <param name="store">Tracking store of the environment; says under which name it keeps the experiment.</param>
    /// <param name="model">The model.</param>
    public static LedgerPlace Of(ReleaseEnvironment environment, ITrackingStore store, ModelName model) =>
        new(Name(environment.LedgerExperiment, store, model), Name(LedgerSection.UsualExperiment, store, model)) { Model = model };

    /// <summary>The place where nobody says another.</summary>
    public static LedgerPlace Of(ITrackingStore store, ModelName model)
    {
        var usual = Name(LedgerSection.UsualExperiment, store, model);
        return new(usual, usual) { Model = model };
    }

    private static string Name(string template, ITrackingStore store, ModelName model) =>
        store.PlaceExperiment(template.Replace(LedgerSection.ModelField, model.Value, StringComparison.Ordinal));
}
