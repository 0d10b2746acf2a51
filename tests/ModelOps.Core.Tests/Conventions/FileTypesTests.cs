namespace ModelOps.Core.Tests.Conventions;

public sealed class FileTypesTests
{
    private const string Two = """
        using System.Text.Json.Serialization;

        namespace ModelOps.Mlflow.Wire;

        /// <summary>A tag.</summary>
        internal sealed record WireTag(string Key, [property: JsonPropertyName("text")] string? Value = null);

        /// <summary>A run.</summary>
        [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
        internal sealed record WireRun(
            string? Name,
            IReadOnlyList<WireTag>? Tags)
        {
            /// <summary>Parameters.</summary>
            [JsonPropertyName("params")]
            public IReadOnlyDictionary<string, string>? Parameters { get; init; }

            public required string Status { get; set; }

            public IReadOnlyList<string> Inputs { get; init; } = [];
        }

        """;

    [Theory]
    [InlineData("ModelOps.Mlflow/Wire/Runs.cs")]
    [InlineData("ModelOps.Databricks/Catalog/Wire/Anything.cs")]
    public void Plain_records_in_a_folder_named_Wire_live_together(string path) => Assert.Null(FileTypes.Problem(path, Lines(Two)));

    [Theory]
    [InlineData("ModelOps.Mlflow/Runs.cs")]
    [InlineData("ModelOps.Mlflow/Wire.cs")]
    [InlineData("ModelOps.Mlflow/Wires/Runs.cs")]
    [InlineData("ModelOps.Mlflow/Wire/Deeper/Runs.cs")]
    public void Elsewhere_a_file_declares_one_type(string path) => Assert.Contains("WireTag, WireRun", FileTypes.Problem(path, Lines(Two)), StringComparison.Ordinal);

    [Theory]
    [InlineData("internal sealed class Other;")]
    [InlineData("internal sealed record Other(string Key) : IOther;")]
    [InlineData("internal interface IOther;")]
    [InlineData("internal enum Other { One }")]
    [InlineData("internal static class Other { public static int One { get; set; } }")]
    [InlineData("internal sealed record Other(string Key)\n{\n    public string Upper => Key;\n}")]
    [InlineData("internal sealed record Other(string Key)\n{\n    public string Upper { get; init; } = Key.Select(letter => letter).First();\n}")]
    [InlineData("internal sealed record Other(string Key)\n{\n    public string Upper { get { return Key; } }\n}")]
    [InlineData("internal sealed record Other(string Key)\n{\n    public string Upper() => Key;\n}")]
    [InlineData("internal sealed record Other(string Key)\n{\n    private readonly string _key = Key;\n}")]
    [InlineData("internal sealed record Other(string Key)\n{\n    internal sealed record Inner(string Key);\n}")]
    public void What_is_more_than_a_plain_record_has_a_file_of_its_own(string type) =>
        Assert.NotNull(FileTypes.Problem("ModelOps.Mlflow/Wire/Runs.cs", Lines($"{Two}\n{type}\n")));

    [Fact]
    public void A_single_type_bears_the_name_of_its_file()
    {
        var lines = Lines("namespace ModelOps.Mlflow;\n\ninternal sealed class Pages\n{\n    public int Count() => 1;\n}\n");

        Assert.Null(FileTypes.Problem("ModelOps.Mlflow/Pages.cs", lines));
        Assert.NotNull(FileTypes.Problem("ModelOps.Mlflow/Page.cs", lines));
        Assert.NotNull(FileTypes.Problem("ModelOps.Mlflow/Wire/Page.cs", lines));
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
