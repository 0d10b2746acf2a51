using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Json;
using ModelOps.Core.Reporting;
using ModelOps.Core.Reporting.Documents;

namespace ModelOps.Core.Gathering.Models;

/// <summary>
/// Reads what an earlier report said. It is shown beside what is found now and decides nothing: a file that is no report of ours says nothing,
/// and stops nobody.
/// </summary>
internal static class ReportJsonReader
{
    private const int MaxValueLength = 200;

    /// <summary>Values by gate and check, as <c>gate/check</c>; empty for a file that is too large, damaged, or of a schema that is not known.</summary>
    /// <param name="stream">The file; may be from anybody.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    public static async Task<IReadOnlyDictionary<string, string>> ReadChecksAsync(Stream stream, CancellationToken cancellationToken)
    {
        var bytes = await ReadBoundedAsync(stream, cancellationToken);
        var root = bytes is null ? null : SafeJson.Parse(JsonSource.OfFile("report", bytes), InputDiagnostics.Invalid, []);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (root is not { Kind: JsonValueKind.Object } || !IsOurs(root) || root.Find("checks") is not { Kind: JsonValueKind.Array } checks)
        {
            return values;
        }

        foreach (var check in checks.Items.Where(item => item.Kind == JsonValueKind.Object))
        {
            if (TextOf(check, "gate") is { } gate && TextOf(check, "check") is { } name && TextOf(check, "value") is { Length: > 0 } value)
            {
                values.TryAdd($"{gate}/{name}", ReportText.Clean(value, MaxValueLength));
            }
        }

        return values;
    }

    private static bool IsOurs(JsonTree root) =>
        root.Find("schemaVersion") is { Kind: JsonValueKind.Number } version
        && int.TryParse(version.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && number is > 0 and <= ReportDocument.CurrentSchema;

    private static string? TextOf(JsonTree check, string name) => check.Find(name) is { Kind: JsonValueKind.String } value ? value.Text : null;

    private static async Task<byte[]?> ReadBoundedAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (copy.Length + read > SafeJson.MaxBytes)
            {
                return null;
            }

            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }
}
