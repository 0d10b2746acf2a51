namespace ModelOps.Core.Contract;

/// <summary>Outputs of a call with <c>--all</c> or <c>--changed</c>, beside those of the verb, which are set when just one model ran.</summary>
public sealed record SeveralModelsResult
{
    [Output("Names of the models that ran, as a JSON list, with --all or --changed; the list is empty when nothing has changed.")]
    public required IReadOnlyList<string> Models { get; init; }

    [Output("One entry a model, with --all or --changed: model, exit code, and result with the verb's outputs but for its tables, which --json has.")]
    public required IReadOnlyList<ModelOutcome> Results { get; init; }
}
