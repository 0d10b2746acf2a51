using System.Text.Json;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Mlflow;

/// <summary>An answer that a real MLflow server gave, and what to.</summary>
internal sealed record Capture(string Case, string Method, string Path, int Status, string ContentType, string Text)
{
    /// <summary>MLflow versions with captures.</summary>
    public static readonly string[] Versions = ["2.22", "3.11"];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The answer as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>All answers of an endpoint.</summary>
    public static IReadOnlyList<Capture> Read(string version, string endpoint)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(DataFile(version, endpoint + ".json")));
        return document.RootElement.GetProperty("cases").Deserialize<Capture[]>(Options)!;
    }

    /// <summary>A data file of an MLflow version.</summary>
    public static string DataFile(string version, string name) =>
        System.IO.Path.Combine(TestFiles.Root, "tests", "ModelOps.Core.Tests", "Mlflow", "Data", version, name);

    public override string ToString() => $"{Method} {Path}: {Case}";
}
