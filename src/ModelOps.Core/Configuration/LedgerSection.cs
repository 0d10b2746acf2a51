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

    [ConfigKey(
        "Environment variable with the key that seals the entries, at least 32 bytes. Entries that are not sealed with it do not count, except those that were there when it was first used. Default: no key, which finds changes and deletions but not forgeries.",
        Example = "MODELOPS_LEDGER_KEY")]
    public string? KeyVariable { get; init; }
}
