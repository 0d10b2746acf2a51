using System.Text.Json;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Evaluation.Metrics;

/// <summary>What tests/Reference/metrics/make_reference.py has written.</summary>
internal static class ReferenceData
{
    public static string Root { get; } = Path.Combine(TestFiles.Root, "tests", "Reference", "metrics");

    public static IReadOnlyList<ReferenceCase> Cases { get; } = Read();

    private static ReferenceCase[] Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "expected.json")));
        return document.RootElement.GetProperty("cases").Deserialize<ReferenceCase[]>(JsonSerializerOptions.Web)!;
    }
}
