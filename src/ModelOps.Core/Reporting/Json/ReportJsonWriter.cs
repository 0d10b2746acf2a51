using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Gates;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Reporting.Json;

/// <summary>A report as one JSON document: all that the other formats show, with all digits.</summary>
internal static class ReportJsonWriter
{
    /// <summary>How reports are written.</summary>
    public static JsonSerializerOptions Written { get; } = ValueJson.Create(
        ReportDocumentJson.Default,
        new FiniteNumberConverter(),
        ValueJson.Choice<ComparisonMethod>(),
        ValueJson.Choice<ComparisonVerdict>(),
        ValueJson.Choice<Decision>(),
        ValueJson.Choice<EvaluationTask>(),
        ValueJson.Choice<GateStatus>(),
        ValueJson.Choice<Hypothesis>(),
        ValueJson.Choice<MetricDirection>(),
        ValueJson.Choice<ReportTone>(),
        ValueJson.Choice<Severity>());

    public static string Write(ReportDocument document) => JsonSerializer.Serialize(document, Written.GetTypeInfo(typeof(ReportDocument))) + "\n";
}
