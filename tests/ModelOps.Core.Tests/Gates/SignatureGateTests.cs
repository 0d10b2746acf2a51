using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Signature;

namespace ModelOps.Core.Tests.Gates;

public sealed class SignatureGateTests : IDisposable
{
    private const string Double = """[{"type": "double"}]""";
    private const string Tensor = """[{"type": "tensor", "tensor-spec": {"dtype": "float32", "shape": [-1, 4]}}]""";
    private readonly GateLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_model_can_replace_itself()
    {
        foreach (var model in new[] { "2.x-iris-classifier", "3.x-diabetes-regressor", "3.x-tensor-classifier" })
        {
            Assert.Equal(GateStatus.Passed, Assert.Single(Judge(_lab.Model(model: model), _lab.Model(model: model))).Status);
        }
    }

    [Fact]
    public void The_first_version_passes_with_a_signature()
    {
        var check = Assert.Single(Judge(_lab.Model()));

        Assert.Equal((GateStatus.Passed, "10 columns in, 1 tensor out"), (check.Status, check.Value));
        Assert.Contains("First version", check.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, GateStatus.Failed)]
    [InlineData(false, GateStatus.NotJudged)]
    public void A_model_without_signature_fails_when_one_is_required(bool required, GateStatus expected) =>
        Assert.Equal(expected, Assert.Single(Judge(_lab.Signed(null, null), null, new() { Required = required })).Status);

    [Fact]
    public void A_damaged_signature_fails() => Assert.Equal(GateStatus.Failed, Assert.Single(Judge(_lab.Signed("""[{"type": "dubble"}]"""))).Status);

    [Fact]
    public void Without_files_of_either_it_cannot_run()
    {
        Assert.Equal(GateStatus.CouldNotRun, Assert.Single(Judge(GateLab.Nothing())).Status);
        Assert.Equal(GateStatus.CouldNotRun, Assert.Single(Judge(_lab.Model(), GateLab.Nothing("champion"))).Status);
        Assert.Equal(GateStatus.CouldNotRun, Assert.Single(Judge(_lab.Model(), _lab.Signed("[{"))).Status);
        Assert.Equal(GateStatus.CouldNotRun, Assert.Single(Judge(_lab.Model(path => File.Delete(Path.Combine(path, "MLmodel"))))).Status);
    }

    [Fact]
    public void A_champion_without_signature_cannot_be_broken() =>
        Assert.Equal(GateStatus.Passed, Assert.Single(Judge(_lab.Model(), _lab.Signed(null, null))).Status);

    [Fact]
    public void Switched_off_is_not_judged() =>
        Assert.Equal(GateStatus.NotJudged, Assert.Single(Judge(_lab.Signed(null, null), null, new() { Enabled = false })).Status);

    [Fact]
    public void Every_break_is_a_check_of_its_own()
    {
        var before = """[{"type": "double", "name": "age"}, {"type": "string", "name": "plan"}, {"type": "long", "name": "calls", "required": false}]""";
        var now = """[{"type": "float", "name": "age"}, {"type": "long", "name": "calls", "required": true}, {"type": "string", "name": "tariff"}]""";

        var checks = Judge(_lab.Signed(now), _lab.Signed(before));

        Assert.All(checks, check => Assert.Equal(GateStatus.Failed, check.Status));
        Assert.Equal(
            [("inputs.age", "float", "double"), ("inputs.plan", "none", "string"), ("inputs.calls", "required", "optional"), ("inputs.tariff", "string", "none")],
            checks.Select(check => (check.Check, check.Value, check.Previous)));
    }

    [Theory]
    [InlineData("integer", "integer", true)]
    [InlineData("integer", "long", true)]
    [InlineData("integer", "double", true)]
    [InlineData("float", "double", true)]
    [InlineData("integer", "float", false)]
    [InlineData("long", "double", false)]
    [InlineData("long", "integer", false)]
    [InlineData("double", "float", false)]
    [InlineData("double", "long", false)]
    [InlineData("float", "long", false)]
    [InlineData("string", "double", false)]
    [InlineData("string", "datetime", false)]
    [InlineData("datetime", "string", false)]
    [InlineData("double", "string", false)]
    [InlineData("boolean", "integer", false)]
    [InlineData("integer", "boolean", false)]
    [InlineData("binary", "string", false)]
    [InlineData("double", "any", true)]
    [InlineData("any", "double", false)]
    [InlineData("sparkml_vector", "sparkml_vector", true)]
    [InlineData("sparkml_vector", "double", false)]
    public void An_input_may_only_widen_as_MLflow_converts(string before, string now, bool passes) => Expect(
        passes, Judge(_lab.Signed($$"""[{"type": "{{now}}", "name": "x"}]"""), _lab.Signed($$"""[{"type": "{{before}}", "name": "x"}]""")));

    [Theory]
    [InlineData("integer", "long", true)]
    [InlineData("long", "double", true)]
    [InlineData("long", "float", true)]
    [InlineData("integer", "float", true)]
    [InlineData("double", "float", false)]
    [InlineData("double", "long", false)]
    [InlineData("string", "double", false)]
    public void A_parameter_may_only_widen_as_MLflow_converts(string before, string now, bool passes) =>
        Expect(passes, Judge(_lab.Signed(Double, Double, Parameter(now)), _lab.Signed(Double, Double, Parameter(before))));

    [Theory]
    [InlineData("double", "double", true)]
    [InlineData("double", "float", false)]
    [InlineData("long", "integer", false)]
    [InlineData("integer", "long", false)]
    [InlineData("string", "long", false)]
    [InlineData("any", "long", true)]
    [InlineData("long", "any", false)]
    public void An_output_keeps_its_type(string before, string now, bool passes) => Expect(
        passes, Judge(_lab.Signed(Double, $$"""[{"type": "{{now}}", "name": "y"}]"""), _lab.Signed(Double, $$"""[{"type": "{{before}}", "name": "y"}]""")));

    [Theory]
    [InlineData("""[{"type": "double", "name": "a"}, {"type": "long", "name": "b"}]""", """[{"type": "long", "name": "b"}, {"type": "double", "name": "a"}]""", true)]
    [InlineData("""[{"type": "double", "name": "a"}]""", """[{"type": "double", "name": "a"}, {"type": "long", "name": "b", "required": false}]""", true)]
    [InlineData("""[{"type": "double", "name": "a"}]""", """[{"type": "long", "name": "b", "required": false}, {"type": "double", "name": "a"}]""", true)]
    [InlineData("""[{"type": "double", "name": "a"}]""", """[{"type": "double", "name": "a"}, {"type": "long", "name": "b"}]""", false)]
    [InlineData("""[{"type": "double", "name": "a"}, {"type": "long", "name": "b", "required": false}]""", """[{"type": "double", "name": "a"}]""", false)]
    [InlineData("""[{"type": "double", "name": "a"}]""", """[{"type": "double", "name": "A"}]""", false)]
    [InlineData("""[{"type": "double", "name": "a"}]""", """[{"type": "double", "name": "a", "required": false}]""", true)]
    [InlineData("""[{"type": "double"}, {"type": "long"}]""", """[{"type": "double"}, {"type": "long"}]""", true)]
    [InlineData("""[{"type": "double"}, {"type": "long"}]""", """[{"type": "long"}, {"type": "double"}]""", false)]
    [InlineData("""[{"type": "double"}, {"type": "long"}]""", """[{"type": "double"}]""", false)]
    [InlineData("""[{"type": "double"}]""", """[{"type": "double"}, {"type": "long"}]""", false)]
    [InlineData("""[{"type": "double"}]""", """[{"type": "double", "name": "a"}]""", false)]
    [InlineData(Double, Tensor, false)]
    [InlineData(Tensor, Double, false)]
    public void Columns_go_by_name_else_by_position(string before, string now, bool passes) => Expect(passes, Judge(_lab.Signed(now), _lab.Signed(before)));

    [Theory]
    [InlineData("float32", "-1, 4", "float32", "-1, 4", true)]
    [InlineData("float32", "-1, 4", "float32", "-1, -1", true)]
    [InlineData("float32", "-1, -1", "float32", "-1, 4", false)]
    [InlineData("float32", "-1, 4", "float32", "-1, 5", false)]
    [InlineData("float32", "-1, 4", "float32", "1, 4", false)]
    [InlineData("float32", "-1, 4", "float32", "-1, 4, 1", false)]
    [InlineData("float32", "-1, 4", "float64", "-1, 4", false)]
    [InlineData("float64", "-1, 4", "float32", "-1, 4", false)]
    public void A_tensor_keeps_its_type_and_may_only_get_freer(string oldType, string oldShape, string type, string shape, bool passes) =>
        Expect(passes, Judge(_lab.Signed(TensorOf(type, shape)), _lab.Signed(TensorOf(oldType, oldShape))));

    [Theory]
    [InlineData("-1", true)]
    [InlineData("5", false)]
    [InlineData("-1, 1", false)]
    public void A_tensor_that_is_given_keeps_its_shape(string shape, bool passes) =>
        Expect(passes, Judge(_lab.Signed(Double, TensorOf("float64", shape)), _lab.Signed(Double, TensorOf("float64", "-1"))));

    [Fact]
    public void A_new_tensor_breaks_callers_and_so_does_one_that_is_gone()
    {
        var (one, two) = (Named("a"), $"{Named("a")[..^1]}, {Named("b")[1..]}");

        Assert.Equal("inputs.b", Assert.Single(Judge(_lab.Signed(two), _lab.Signed(one))).Check);
        Assert.Equal("inputs.b", Assert.Single(Judge(_lab.Signed(one), _lab.Signed(two))).Check);
        Assert.Equal("outputs.b", Assert.Single(Judge(_lab.Signed(Double, one), _lab.Signed(Double, two))).Check);
        Expect(true, Judge(_lab.Signed(Double, two), _lab.Signed(Double, one)));
    }

    [Theory]
    [InlineData("""{"type": "array", "items": {"type": "integer"}}""", """{"type": "array", "items": {"type": "long"}}""", true)]
    [InlineData("""{"type": "array", "items": {"type": "long"}}""", """{"type": "array", "items": {"type": "integer"}}""", false)]
    [InlineData("""{"type": "array", "items": {"type": "long"}}""", """{"type": "long"}""", false)]
    [InlineData("""{"type": "map", "values": {"type": "float"}}""", """{"type": "map", "values": {"type": "double"}}""", true)]
    [InlineData("""{"type": "map", "values": {"type": "double"}}""", """{"type": "map", "values": {"type": "float"}}""", false)]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "float"}}}""", """{"type": "object", "properties": {"a": {"type": "double"}}}""", true)]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "float"}}}""", """{"type": "object", "properties": {"a": {"type": "float"}, "b": {"type": "long", "required": false}}}""", true)]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "float"}}}""", """{"type": "object", "properties": {"a": {"type": "float"}, "b": {"type": "long"}}}""", false)]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "float"}, "b": {"type": "long"}}}""", """{"type": "object", "properties": {"a": {"type": "float"}}}""", false)]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "float", "required": false}}}""", """{"type": "object", "properties": {"a": {"type": "float"}}}""", false)]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "float"}}}""", """{"type": "object", "properties": {"a": {"type": "float", "required": false}}}""", true)]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "array", "items": {"type": "double"}}}}""", """{"type": "object", "properties": {"a": {"type": "array", "items": {"type": "long"}}}}""", false)]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "float"}}}""", """{"type": "map", "values": {"type": "float"}}""", false)]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "float"}}}""", """{"type": "any"}""", true)]
    public void Nested_inputs_follow_the_same_rules(string before, string now, bool passes) =>
        Expect(passes, Judge(_lab.Signed(Column("x", now)), _lab.Signed(Column("x", before))));

    [Theory]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "long"}}}""", """{"type": "object", "properties": {"a": {"type": "long"}, "b": {"type": "long"}}}""", true)]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "long"}, "b": {"type": "long"}}}""", """{"type": "object", "properties": {"a": {"type": "long"}}}""", false)]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "long"}}}""", """{"type": "object", "properties": {"a": {"type": "long", "required": false}}}""", false)]
    [InlineData("""{"type": "array", "items": {"type": "double"}}""", """{"type": "array", "items": {"type": "float"}}""", false)]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "long"}, "b": {"type": "long", "required": false}}}""", """{"type": "object", "properties": {"a": {"type": "long"}}}""", false)]
    public void Nested_outputs_keep_what_callers_read(string before, string now, bool passes) =>
        Expect(passes, Judge(_lab.Signed(Double, Column("y", now)), _lab.Signed(Double, Column("y", before))));

    [Theory]
    [InlineData("""[{"type": "long", "name": "y"}]""", """[{"type": "long", "name": "y"}, {"type": "double", "name": "p"}]""", true)]
    [InlineData("""[{"type": "long", "name": "y"}, {"type": "double", "name": "p"}]""", """[{"type": "long", "name": "y"}]""", false)]
    [InlineData("""[{"type": "long", "name": "y"}]""", """[{"type": "long", "name": "y", "required": false}]""", false)]
    [InlineData("""[{"type": "long"}]""", """[{"type": "long"}, {"type": "double"}]""", false)]
    [InlineData("""[{"type": "long"}]""", null, false)]
    [InlineData(null, """[{"type": "long"}]""", true)]
    public void Outputs_may_be_added_by_name_and_never_taken_away(string? before, string? now, bool passes) =>
        Expect(passes, Judge(_lab.Signed(Double, now), _lab.Signed(Double, before)));

    [Fact]
    public void A_parameter_may_be_added_and_not_taken_away()
    {
        var (none, one) = (_lab.Signed(Double), _lab.Signed(Double, Double, Parameter("long")));
        var list = _lab.Signed(Double, Double, """[{"name": "n", "type": "long", "default": [1], "shape": [-1]}]""");

        Expect(true, Judge(one, none));
        Assert.Equal("params.n", Assert.Single(Judge(none, one)).Check);
        Expect(false, Judge(list, one));
    }

    private static void Expect(bool passes, IReadOnlyList<GateCheck> checks) =>
        Assert.Equal(passes ? GateStatus.Passed : GateStatus.Failed, Assert.Single(checks.Take(1)).Status);

    private static string Parameter(string type) => $$"""[{"name": "n", "type": "{{type}}", "default": {{(type == "string" ? "\"a\"" : "1")}}, "shape": null}]""";

    private static string TensorOf(string type, string shape) => $$"""[{"type": "tensor", "tensor-spec": {"dtype": "{{type}}", "shape": [{{shape}}] } }]""";

    private static string Named(string name) => $$"""[{"type": "tensor", "name": "{{name}}", "tensor-spec": {"dtype": "float32", "shape": [-1] } }]""";

    private static string Column(string name, string type) => $$"""[{"name": "{{name}}", {{type[1..]}}]""";

    private static IReadOnlyList<GateCheck> Judge(ModelEvidence candidate, ModelEvidence? champion = null, SignatureGateSection? limits = null) =>
        GateLab.Judge(new SignatureGate(), GateLab.Case(new() { Signature = limits ?? new() }, candidate, champion));
}
