using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Mutants;
using ModelOps.Core.Suites;
using ModelOps.Core.Suites.Results;
using ModelOps.Core.Verbs.Adopt;
using ModelOps.Core.Verbs.Sandbox;
using ModelOps.Core.Verbs.Test;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Verbs;

/// <summary>JSON of the results of all verbs.</summary>
internal static class ResultJson
{
    /// <summary>How results are written.</summary>
    public static JsonSerializerOptions Written { get; } = ValueJson.Create(
        ResultTypes.Default,
        ValueJson.Choice<AdoptState>(),
        ValueJson.Choice<ComparisonVerdict>(),
        ValueJson.Choice<Decision>(),
        ValueJson.Choice<GateStatus>(),
        ValueJson.Choice<MetricDirection>(),
        ValueJson.Choice<MlflowBehavior>(),
        ValueJson.Choice<MutantStatus>(),
        ValueJson.Choice<Severity>(),
        ValueJson.Choice<StageStatus>(),
        ValueJson.Choice<TestStatus>(),
        ValueJson.Choice<TestSuite>());

    /// <summary>A result, or a row of one, as a document for the ledger.</summary>
    public static byte[] Document<T>(T result) => ValueJson.Document(result, Written);
}
