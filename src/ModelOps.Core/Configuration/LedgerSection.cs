using ModelOps.Core.Contract;

namespace ModelOps.Core.Configuration;

/// <summary>Where an environment keeps the ledgers of its models.</summary>
public sealed record LedgerSection
{
    /// <summary>What stands for the registered model in the name of an experiment.</summary>
    internal const string ModelField = "{model}";

    /// <summary>The place where nobody says another.</summary>
    internal const string UsualExperiment = "modelops/{model}";

    [ConfigKey(
        "Experiment of a model's ledger. {model} is the registered model with its catalog and schema and must be in it: every model has a ledger of its own. Default: modelops/{model}.",
        Example = "team/ledgers/{model}")]
    public string Experiment { get; init; } = UsualExperiment;
}
