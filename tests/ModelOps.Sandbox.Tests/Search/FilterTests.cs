using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search;

namespace ModelOps.Sandbox.Tests.Search;

public sealed class FilterTests
{
    [Theory]
    [InlineData("name = 'a' or name = 'b'", "Invalid clause(s) in filter string: or")]
    [InlineData("this is !! bad", "Invalid clause(s) in filter string: this, is, !!, bad")]
    [InlineData("name = 'a';", "Invalid clause(s) in filter string: ;")]
    [InlineData("name = 'a', name = 'b'", "Invalid clause(s) in filter string: name = 'a', name = 'b'")]
    [InlineData("(name = 'a')", "Invalid clause(s) in filter string: (name = 'a')")]
    [InlineData("name = 'a' b", "Invalid clause(s) in filter string: name = 'a' b")]
    [InlineData("type = 'x'", "Invalid clause(s) in filter string: type, =, 'x'")]
    [InlineData("tags.a:b = 'x'", "Invalid clause(s) in filter string: tags.a, :")]
    [InlineData("name = 'x", "Invalid clause(s) in filter string: name, =, ', x")]
    [InlineData("name = 'a' ; name = 'b'", "Search filter contained multiple expression \"name = 'a' ; name = 'b'\". Provide AND-ed expression list.")]
    [InlineData("  ", "Invalid filter '  '. Could not be parsed.")]
    [InlineData("tags.a-b = 'x'", "Invalid comparison clause. Expected 'Identifier' found 'tags.a-b'")]
    [InlineData("'a' = 'b'", "Invalid comparison clause. Expected 'Identifier' found ''a''")]
    [InlineData("a = b = 'c'", "Invalid comparison clause. Expected 'Identifier' found 'a = b'")]
    [InlineData("params.a = 'b'", "Invalid entity type 'params'. Valid entity types are ('attribute', 'tag', 'tags')")]
    [InlineData("name IN ('a')", "Only the 'run_id' attribute supports comparison with a list of quoted string values.")]
    [InlineData("tags.a = 1", "Expected a quoted string value for tag (e.g. 'my-value'). Got value 1")]
    [InlineData("tags.a = b", "Parameter value is either not quoted or unidentified quote types used for string value b. Use either single or double quotes.")]
    [InlineData("name IS NULL", "IS NULL / IS NOT NULL is only supported for tags, not for attribute 'name'")]
    public void What_a_filter_cannot_say_is_told_in_the_words_of_the_captured_server(string filter, string message)
    {
        var fault = Assert.Throws<MlflowFault>(() => ExperimentVocabulary.Instance.Read(filter, Behavior.Mlflow3));

        Assert.Equal(message, fault.Message);
    }

    [Theory]
    [InlineData("metrics.a > '1'", "Expected numeric value type for metric. Found '1'")]
    [InlineData("params.lr > 0.1", "Expected a quoted string value for parameter (e.g. 'my-value'). Got value 0.1")]
    [InlineData("a.b = 'x' or", "Invalid clause(s) in filter string: 'or'")]
    [InlineData("dataset.x = 'a'", "Invalid dataset key 'x' specified. Valid keys are '{'name', 'digest', 'context'}'")]
    [InlineData("start_time = 'a'", "Expected numeric value type for numeric attribute: start_time. Found 'a'")]
    [InlineData("run_id IN ()", "While parsing a list in the query, expected a non-empty list of string values, but got empty list")]
    [InlineData("run_id IN ('a' b)", "While parsing a list in the query, expected a non-empty list of string values, but got ill-formed list.")]
    public void What_a_filter_of_runs_cannot_say_is_told(string filter, string message)
    {
        var fault = Assert.Throws<MlflowFault>(() => RunVocabulary.Instance.Read(filter, Behavior.Mlflow3));

        Assert.Equal(message, fault.Message);
    }

    [Fact]
    public void There_is_no_null_in_the_older_release()
    {
        var fault = Assert.Throws<MlflowFault>(() => RunVocabulary.Instance.Read("tags.a IS NULL", Behavior.Mlflow2));

        Assert.Equal("Invalid clause(s) in filter string: 'tags.a', 'IS', 'NULL'", fault.Message);
        Assert.Equal("IS NULL", Assert.Single(RunVocabulary.Instance.Read("tags.a is null", Behavior.Mlflow3)).Operator);
    }

    [Theory]
    [InlineData("params.a = 'it''s'", "it''s")]
    [InlineData("params.a = 'b\\'c'", "b\\'c")]
    [InlineData("params.a = \"b'c\"", "b'c")]
    [InlineData("params.a = ''", "")]
    public void Quotes_inside_a_text_stay_as_they_are(string filter, string value) =>
        Assert.Equal(value, Assert.Single(RunVocabulary.Instance.Read(filter, Behavior.Mlflow3)).Value);

    [Theory]
    [InlineData("tags.`a b` = 'x'", "a b")]
    [InlineData("tags.\"a.b\" = 'x'", "a.b")]
    [InlineData("tags.mlflow.user = 'x'", "mlflow.user")]
    [InlineData("tags.type = 'x'", "type")]
    [InlineData("tags.1a = 'x'", "1a")]
    public void Keys_come_without_their_quotes(string filter, string key) =>
        Assert.Equal(key, Assert.Single(RunVocabulary.Instance.Read(filter, Behavior.Mlflow3)).Key);

    [Theory]
    [InlineData("name ASC foo", "Invalid order_by clause 'name ASC foo'. Could not be parsed.")]
    [InlineData("name foo", "Invalid ordering key in order_by clause 'name foo'.")]
    [InlineData("", "Invalid order_by clause ''. Could not be parsed.")]
    [InlineData("name ", "Invalid order_by clause 'name '. Could not be parsed.")]
    [InlineData("name, name", "Invalid order_by clause 'name, name'. Could not be parsed.")]
    public void What_is_no_order_is_refused(string part, string message) =>
        Assert.Equal(message, Assert.Throws<MlflowFault>(() => Orderings.Read(part)).Message);

    [Theory]
    [InlineData("metrics.`a b` desc", "metrics.a b", false)]
    [InlineData("timestamp DESC", "timestamp", false)]
    [InlineData("name", "name", true)]
    public void An_order_has_a_direction(string part, string identifier, bool isAscending) =>
        Assert.Equal((identifier, isAscending), Orderings.Read(part));
}
