using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models.Signature;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Tests.Models;

public sealed class SignatureTests
{
    [Fact]
    public void Any_columns_come_back_from_their_JSON()
    {
        var columns = Gen.Zip(Types(3), Gen.Elements(true, false)).ListOf().Select(list =>
            list.Select((pair, index) => new ColumnSpec($"c {index}'\"é", pair.Item1, pair.Item2)).ToList());
        Prop.ForAll(columns.ToArbitrary(), written =>
        {
            var json = new JsonArray([.. written.Select(column => (JsonNode)With(Write(column.Type), ("name", column.Name!), ("required", column.Required)))]);
            var read = Read(json.ToJsonString());
            return read.Problems.Count == 0 && string.Join('\n', read.Value!.Inputs!.Columns.Select(Show)) == string.Join('\n', written.Select(Show));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Columns_of_old_files_are_required() =>
        Assert.True(Read("[{\"type\": \"long\", \"name\": \"a\"}]").Value!.Inputs!.Columns[0].Required);

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{\"type\": \"array\"}]")]
    [InlineData("[{\"type\": \"object\", \"properties\": {\"a\": 1}}]")]
    [InlineData("[{\"type\": \"map\", \"values\": {\"type\": \"x\"}}]")]
    [InlineData("[{\"type\": \"long\", \"name\": \"a\"}, {\"type\": \"long\"}]")]
    [InlineData("[{\"type\": \"long\", \"name\": \"a\"}, {\"type\": \"long\", \"name\": \"a\"}]")]
    [InlineData("[{\"type\": \"long\"}, {\"type\": \"tensor\", \"tensor-spec\": {\"dtype\": \"int8\", \"shape\": [1]}}]")]
    [InlineData("[{\"type\": \"tensor\", \"tensor-spec\": {\"dtype\": \"int8\", \"shape\": [-2]}}]")]
    [InlineData("[{\"type\": \"tensor\"}]")]
    public void A_malformed_signature_is_reported(string json) => Assert.NotEmpty(Read(json).Problems);

    private static Core.Models.Reading<ModelSignature> Read(string json)
    {
        var text = $"inputs: '{json.Replace("'", "''", StringComparison.Ordinal)}'";
        var root = (YamlMappingNode)SafeYaml.Parse(text, "f", ModelDiagnostics.Malformed, [])!;
        return new SignatureReader(new("f", text, root)).Read(root);
    }

    private static Gen<DataType> Types(int depth)
    {
        var simple = Gen.OneOf(
            Gen.Elements(Enum.GetValues<ScalarKind>()).Select(kind => (DataType)new DataType.Scalar(kind)),
            Gen.Constant<DataType>(new DataType.Any()),
            Gen.Constant<DataType>(new DataType.SparkVector()));
        return depth == 0 ? simple : Gen.OneOf(
            simple,
            Types(depth - 1).Select(type => (DataType)new DataType.Array(type)),
            Types(depth - 1).Select(type => (DataType)new DataType.Map(type)),
            Types(depth - 1).Select(type => (DataType)new DataType.Object([new("p", type, false), new("q", type, true)])));
    }

    private static JsonObject Write(DataType type) => type switch
    {
        DataType.Scalar scalar => new() { ["type"] = scalar.Kind.ToString().ToLowerInvariant() },
        DataType.Array array => new() { ["type"] = "array", ["items"] = Write(array.Items) },
        DataType.Map map => new() { ["type"] = "map", ["values"] = Write(map.Values) },
        DataType.Object shape => new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(shape.Properties.Select(property =>
                KeyValuePair.Create(property.Name, (JsonNode?)With(Write(property.Type), ("required", property.Required))))),
        },
        DataType.Any => new() { ["type"] = "any" },
        _ => new() { ["type"] = "sparkml_vector" },
    };

    private static JsonObject With(JsonObject json, params (string Name, JsonNode Value)[] more)
    {
        foreach (var (name, value) in more)
        {
            json[name] = value;
        }

        return json;
    }

    private static string Show(ColumnSpec column) => With(Write(column.Type), ("name", column.Name!), ("required", column.Required)).ToJsonString();
}
