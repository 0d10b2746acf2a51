namespace ModelOps.Core.Tests.Checks;

public sealed class ExampleTests
{
    private const string Columns =
        """[{"type":"long","name":"a","required":true},{"type":"array","items":{"type":"string"},"name":"b","required":false},{"type":"object","properties":{"x":{"type":"double","required":true},"y":{"type":"boolean","required":false}},"name":"c","required":false}]""";

    [Theory]
    [InlineData("""{"a": 1}""", 0)]
    [InlineData("""{"a": [1, 2], "b": [["u"], ["v"]]}""", 0)]
    [InlineData("""{"a": 1, "b": ["u", "v"], "c": {"x": 1}, "extra": null}""", 0)]
    [InlineData("""[{"a": 1, "b": null}, {"a": 2}]""", 0)]
    [InlineData("""{"b": ["u"]}""", 1)]
    [InlineData("""{"a": 1.5}""", 1)]
    [InlineData("""{"a": "1"}""", 1)]
    [InlineData("""{"a": 9223372036854775808}""", 1)]
    [InlineData("""{"a": 1, "b": [1]}""", 1)]
    [InlineData("""{"a": 1, "c": {"y": true}}""", 1)]
    [InlineData("""{"a": 1, "c": {"x": 1, "z": 1}}""", 1)]
    [InlineData("""{"a": true, "c": {"x": "1"}}""", 2)]
    [InlineData("""[{"a": 1}, {"b": ["u"]}]""", 1)]
    [InlineData("7", 1)]
    public void Objects_and_records_are_held_against_the_columns(string example, int misfits)
    {
        using var lab = Lab(example, """{"inputs": {"a": 1}}""");
        Assert.Equal(Enumerable.Repeat("MOP1009", misfits), lab.Check().Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("""{"dataframe_records": [{"a": 1}]}""")]
    [InlineData("""{"dataframe_split": {"columns": ["a"], "data": [[1]]}, "params": {"t": 1, "n": [1, 2], "unknown": "x"}}""")]
    [InlineData("""{"messages": []}""")]
    [InlineData("""{"dataframe_records": [{}]}""", "MOP1009")]
    [InlineData("""{"dataframe_split": {"columns": ["a"], "data": [["x"]]}}""", "MOP1009")]
    [InlineData("""{"inputs": {"a": 1}, "params": {"t": "x", "n": 1}}""", "MOP1009", "MOP1009")]
    [InlineData("""{"inputs": {"a": 1}, "instances": [{"a": 1}]}""", "MOP1008")]
    [InlineData("""[{"a": 1}]""", "MOP1008")]
    public void A_request_body_has_one_format_and_fits(string body, params string[] expected)
    {
        using var lab = Lab("""{"a": 1}""", body);
        Assert.Equal(expected, lab.Check().Select(finding => finding.Code));
    }

    private static CheckLab Lab(string example, string body)
    {
        var lab = new CheckLab();
        var model = lab.Read("MLmodel");
        var (start, end) = (model.IndexOf("  inputs:", StringComparison.Ordinal), model.IndexOf("  outputs:", StringComparison.Ordinal));
        lab.Write("MLmodel", model[..start] + $"  inputs: '{Columns}'\n" + model[end..]);
        lab.Replace("MLmodel", "  params: null", """  params: '[{"name":"t","type":"double","default":0.5,"shape":null},{"name":"n","type":"long","default":[1],"shape":[-1]}]'""");
        lab.Replace("MLmodel", "type: dataframe", "type: json_object");
        lab.Write("input_example.json", example);
        lab.Write("serving_input_example.json", body);
        return lab;
    }
}
