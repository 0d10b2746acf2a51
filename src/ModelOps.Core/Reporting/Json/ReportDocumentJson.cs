using System.Text.Json.Serialization;
using ModelOps.Core.Reporting.Documents;

namespace ModelOps.Core.Reporting.Json;

/// <summary>JSON of a report.</summary>
[JsonSerializable(typeof(ReportDocument))]
internal sealed partial class ReportDocumentJson : JsonSerializerContext;
