using System.Text.Json.Serialization;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Running;

/// <summary>What is known of the parts of a report that no verb has of its own: code that is made when the toolkit is built.</summary>
[JsonSerializable(typeof(IReadOnlyList<DiagnosticRow>))]
[JsonSerializable(typeof(IReadOnlyList<ValueOrigin>))]
internal sealed partial class ReportTypes : JsonSerializerContext;
