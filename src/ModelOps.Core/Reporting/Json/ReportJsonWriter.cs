using System.Text.Json;
using ModelOps.Core.Contract;
using ModelOps.Core.Reporting.Documents;

namespace ModelOps.Core.Reporting.Json;

/// <summary>A report as one JSON document: all that the other formats show, with all digits.</summary>
internal static class ReportJsonWriter
{
    private static readonly JsonSerializerOptions Options = new(ValueJson.Options) { Converters = { new FiniteNumberConverter() } };

    public static string Write(ReportDocument document) => JsonSerializer.Serialize(document, Options) + "\n";
}
