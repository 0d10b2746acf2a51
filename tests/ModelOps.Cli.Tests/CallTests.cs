using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelOps.Abstractions.Tracking;
using ModelOps.Backends;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>Calls of a verb of the test, in this process: what arrives, what is printed.</summary>
public sealed class CallTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private EchoSettings? _received;

    public void Dispose()
    {
        _directory.Dispose();
        _out.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Options_arrive_as_they_were_given()
    {
        Assert.Equal(0, await RunAsync([], "echo", "--tags", "a=1", "b=2", "--text=--dashed", "--loud", "--tags", "c=@3"));
        Assert.Equal([new Tag("a", "1"), new("b", "2"), new("c", "@3")], _received!.Tags);
        Assert.Equal(("--dashed", true), (_received.Text, _received.Loud));

        Assert.Equal(0, await RunAsync([], "--json", "echo", "--loud", "false", "--text", "@file"));
        Assert.Equal(("@file", false), (_received.Text, _received.Loud));
    }

    [Theory]
    [InlineData("'echo' has no option '--txt'. Did you mean '--text'?", "echo", "--tags", "a=1", "--txt", "x")]
    [InlineData("'echo' has no option '-x'.", "echo", "-x")]
    [InlineData("'echo' takes no plain argument, but 'x' was given.", "echo", "x")]
    [InlineData("Option '--text' needs a value: Text.", "echo", "--text", "--loud")]
    [InlineData("Input 'text' takes one value, 2 were given (argument).", "echo", "--text", "a", "--text", "b")]
    [InlineData("There is no option '--jsn'. Did you mean '--json'?", "--jsn")]
    public async Task A_wrong_call_is_explained_and_runs_nothing(string expected, params string[] words)
    {
        Assert.Equal(2, await RunAsync([], words));
        Assert.Contains(expected, _error.ToString(), StringComparison.Ordinal);
        Assert.Null(_received);
    }

    [Fact]
    public async Task Plain_output_has_aligned_columns()
    {
        await RunAsync([], "echo", "--text", "two\nlines");

        Assert.Equal(
            "text   two\\nlines\nsteps  one\n       two\nname      ready since\na row     2026-01-02T01:04:05Z\na##_[b]c  2026-01-02T01:04:05Z\n",
            _out.ToString());
    }

    [Fact]
    public async Task Tsv_has_whole_cells_between_tabs()
    {
        var text = new string('x', 2000);
        await RunAsync([], "echo", "--text", $"{text}\tend", "--format", "tsv");

        Assert.Equal(
            $"text\t{text}\\tend\nsteps\tone, two\n\nname\tready since\na row\t2026-01-02T01:04:05Z\na##_[b]c\t2026-01-02T01:04:05Z\n",
            _out.ToString());
    }

    [Fact]
    public async Task Json_is_readable_and_nothing_of_it_is_repeated()
    {
        await RunAsync([], "echo", "--text", "größer > 'x' & 日本 🎉 ##[error] \u202e", "--format", "json");

        Assert.Contains("größer > 'x' & 日本 🎉 #\\u0023[error] \\u202E\"", _out.ToString(), StringComparison.Ordinal);
        Assert.Equal("", _error.ToString());

        Assert.Equal(2, await RunAsync([], "echo", "--txt", "x", "--json"));
        Assert.Contains("\"fix\": \"Check the spelling; the message suggests the nearest name.\"", _out.ToString(), StringComparison.Ordinal);
        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public async Task A_secret_is_in_no_output()
    {
        const string secret = "s3cret/+\"##\u00e9x";
        var environment = new TestEnvironment { ["MLFLOW_TRACKING_TOKEN"] = secret };
        await RunAsync(environment, "echo", "--text", secret);
        await RunAsync(environment, "echo", "--text", secret, "--json");
        await RunAsync(environment, "echo", "--text", secret, "--format", "tsv");

        Assert.DoesNotContain("s3cret", _out.ToString() + _error, StringComparison.Ordinal);
        Assert.Contains("***", _out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_the_hosts_commands_go_to_standard_error()
    {
        await RunAsync(new() { ["TF_BUILD"] = "True", ["AGENT_TEMPDIRECTORY"] = _directory.Path }, "echo", "--text", "x", "--json");

        using var document = JsonDocument.Parse(_out.ToString());
        Assert.Equal("x", document.RootElement.GetProperty("result").GetProperty("text").GetString());
        Assert.Contains("##vso[task.setvariable variable=text;isoutput=true;]x", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_call_ends_with_130()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        Assert.Equal(130, await CreateApplication([]).RunAsync(["echo"], source.Token));
    }

    private Task<int> RunAsync(TestEnvironment environment, params string[] words) => CreateApplication(environment).RunAsync(words, default);

    private CliApplication CreateApplication(TestEnvironment environment) =>
        new(new(_out, _error, IsOutTerminal: false, IsErrorTerminal: false), environment, _directory.Path)
        {
            Backends = AllBackends.List,
            Verbs = [VerbDescriptor.Create(() => new EchoVerb(settings => _received = settings), ValueJson.Create(new DefaultJsonTypeInfoResolver()))],
        };
}
