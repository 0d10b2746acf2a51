using System.Globalization;
using System.Text.Json;

namespace ModelOps.Store.Tests;

/// <summary>Answers of a real MLflow 3.11 server.</summary>
public static class WireCase
{
    /// <summary>Body of the answer of a case.</summary>
    public static JsonElement Read(string file, string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(StoreLab.Data("wire-3.11"), file)));
        return document.RootElement.GetProperty("cases").EnumerateArray()
            .Single(candidate => candidate.GetProperty("case").GetString() == name)
            .GetProperty("response").GetProperty("body").Clone();
    }

    /// <summary>Every plain field of the answer must be what the row has; times and identifiers are named to be left out.</summary>
    public static void AssertSame(JsonElement expected, IReadOnlyDictionary<string, object?> row, params string[] leftOut)
    {
        var fields = expected.EnumerateObject().Where(field => !leftOut.Contains(field.Name)).ToList();
        Assert.NotEmpty(fields);
        foreach (var field in fields)
        {
            Assert.True(row.ContainsKey(field.Name), $"The row has no {field.Name}.");
            Assert.Equal($"{field.Name}={field.Value}", $"{field.Name}={Convert.ToString(row[field.Name], CultureInfo.InvariantCulture)}");
        }
    }
}
