using System.Text.Json;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Evaluation.Metrics;

/// <summary>What tests/Reference/metrics/make_reference.py has written.</summary>
internal static class ReferenceData
{
    public static string Root { get; } = Path.Combine(TestFiles.Root, "tests", "Reference", "metrics");

    public static IReadOnlyList<ReferenceCase> Cases { get; } = Read("cases");

    /// <summary>Cases of 100 000 rows, which <see cref="LargeRows"/> makes.</summary>
    public static IReadOnlyList<ReferenceCase> Large { get; } = Read("large");

    private static ReferenceCase[] Read(string key)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "expected.json")));
        return document.RootElement.GetProperty(key).Deserialize<ReferenceCase[]>(JsonSerializerOptions.Web)!;
    }
}
