using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Tests.Checks;

public sealed class ExampleCastTests
{
    [Theory]
    [InlineData("long", "3.0", null)]
    [InlineData("long", "1e3", null)]
    [InlineData("long", "\"3\"", null)]
    [InlineData("long", "true", null)]
    [InlineData("long", "1.5", Severity.Warning)]
    [InlineData("long", "null", Severity.Error)]
    [InlineData("long", "\"many\"", Severity.Error)]
    [InlineData("long", "9223372036854775808", Severity.Error)]
    [InlineData("integer", "2147483648", Severity.Error)]
    [InlineData("double", "null", null)]
    [InlineData("double", "\"1.5\"", null)]
    [InlineData("double", "\"text\"", Severity.Error)]
    [InlineData("boolean", "null", null)]
    [InlineData("boolean", "1", null)]
    [InlineData("boolean", "\"yes\"", Severity.Error)]
    [InlineData("string", "7", null)]
    [InlineData("string", "null", null)]
    [InlineData("datetime", "\"2026-11-21 10:00:00\"", null)]
    [InlineData("datetime", "1700000000000000000", null)]
    [InlineData("datetime", "\"later\"", Severity.Error)]
    [InlineData("binary", "\"YQ==\"", null)]
    [InlineData("binary", "null", Severity.Error)]
    public void A_cell_of_a_data_frame_is_cast_as_MLflow_casts_it(string type, string cell, Severity? expected)
    {
        using var lab = Lab($$"""[{"type":"{{type}}","name":"a"}]""", $$"""{"columns": ["a"], "data": [[{{cell}}]]}""");
        Assert.Equal(expected, lab.Check().SingleOrDefault()?.Severity);
    }

    [Theory]
    [InlineData("NaN", "double", "MOP1028")]
    [InlineData("-Infinity", "double", "MOP1028")]
    [InlineData("Infinity", "float", "MOP1028")]
    [InlineData("NaN", "string", "MOP1028")]
    [InlineData("NaN", "long", "MOP1028", "MOP1009")]
    [InlineData("\"NaN\"", "string")]
    [InlineData("Nan", "double", "MOP1008")]
    public void Numbers_that_only_Python_takes_for_JSON_are_read_with_a_warning(string cell, string type, params string[] expected)
    {
        using var lab = Lab($$"""[{"type":"{{type}}","name":"a"}]""", $$"""{"columns": ["a"], "data": [[{{cell}}]]}""");
        var found = lab.Check();
        Assert.Equal(expected, found.Select(finding => finding.Code));
        Assert.All(found, finding => Assert.Equal(30, finding.Span!.Column));
        Assert.All(found, finding => Assert.Equal(finding.Code == "MOP1028", finding.Severity == Severity.Warning));
    }

    [Theory]
    [InlineData("""[{"type":"double","name":0},{"type":"double","name":1}]""", 0)]
    [InlineData("""[{"type":"double"},{"type":"double"}]""", 0)]
    [InlineData("""[{"type":"double","name":"a"},{"type":"double","name":"b"}]""", 2)]
    [InlineData("""[{"type":"double","name":0},{"type":"double","name":2}]""", 1)]
    public void Columns_without_names_are_called_by_their_numbers(string inputs, int misfits)
    {
        using var lab = Lab(inputs, """{"data": [[1, 2]]}""");
        Assert.Equal(misfits, lab.Check().Count);
    }

    [Theory]
    [InlineData("\"optional\": true", 0)]
    [InlineData("\"optional\": false", 1)]
    [InlineData("\"required\": false", 0)]
    [InlineData("\"required\": true", 1)]
    public void MLflow_before_2_10_wrote_optional(string key, int misfits)
    {
        using var lab = Lab($$"""[{"type":"double","name":"a"},{"type":"double","name":"b",{{key}}}]""", """{"columns": ["a"], "data": [[1]]}""");
        Assert.Equal(misfits, lab.Check().Count);
    }

    private static CheckLab Lab(string inputs, string example)
    {
        var lab = new CheckLab();
        var model = lab.Read("MLmodel");
        var (start, end) = (model.IndexOf("  inputs:", StringComparison.Ordinal), model.IndexOf("  outputs:", StringComparison.Ordinal));
        lab.Write("MLmodel", model[..start] + $"  inputs: '{inputs}'\n" + model[end..]);
        lab.Replace("MLmodel", "  serving_input_path: serving_input_example.json\n", "");
        lab.Write("input_example.json", example);
        return lab;
    }
}
