using ModelOps.Backends;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>What people try at a command line that they have not read about.</summary>
public sealed class ConventionTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose()
    {
        _directory.Dispose();
        _out.Dispose();
        _error.Dispose();
    }

    [Theory]
    [InlineData(@"to +staging +argument", "promote", "staging")]
    [InlineData(@"to +staging +argument", "promote", "--dry-run", "staging")]
    [InlineData(@"path +\. +argument", "check", ".")]
    [InlineData(@"path +\. +argument", "check", "--fix", ".")]
    [InlineData(@"reference +churn@champion +argument", "show", "churn@champion", "--environment", "prod")]
    [InlineData(@"model +churn +argument", "status", "churn")]
    public async Task The_one_obvious_thing_needs_no_name(string expected, params string[] words)
    {
        await RunAsync([.. words, "--explain"]);
        Assert.Matches(expected, _out.ToString());
        Assert.DoesNotContain("MOP0003", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input 'to' is given twice: as --to and as 'prod'.", "promote", "prod", "--to", "staging")]
    [InlineData("'promote' takes one plain argument, --to; 'prod' is one more.", "promote", "staging", "prod")]
    [InlineData("'promote' has no option '--mdel'. Did you mean '--model'?", "promote", "--mdel", "churn")]
    [InlineData("'sandbox' takes no plain argument, but 'prod' was given.", "sandbox", "prod")]
    [InlineData("There is no verb 'frobnicate'.", "frobnicate", "--help")]
    [InlineData("There is no verb 'gates frobnicate'.", "gates", "frobnicate", "-h")]
    [InlineData("'xml' is no format: expected --format with one of table, json, tsv.", "status", "--format", "xml")]
    [InlineData("Give one format, not tsv and json.", "status", "--format=tsv", "--json")]
    public async Task A_wrong_call_is_exit_code_2(string expected, params string[] words)
    {
        Assert.Equal(2, await RunAsync(words));
        Assert.Contains(expected, _error.ToString() + _out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Usage: modelops <verb>", "help")]
    [InlineData("Usage: modelops <verb>", "-h")]
    [InlineData("Usage: modelops promote <to>", "help", "promote")]
    [InlineData("Usage: modelops promote <to>", "promote", "-h")]
    [InlineData("Usage: modelops check [<path>]", "check", "--help")]
    public async Task Help_is_where_people_look_for_it(string expected, params string[] words)
    {
        Assert.Equal(0, await RunAsync(words));
        Assert.Contains(expected, _out.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MOP3011")]
    [InlineData("mop3011")]
    [InlineData("3011")]
    public async Task A_code_is_explained_also_beside_a_broken_file(string code)
    {
        File.WriteAllText(_directory.File("modelops.yml"), "version: [");

        Assert.Equal(0, await RunAsync("explain", code));
        Assert.Matches("code +MOP3011\n", _out.ToString());
        Assert.Matches("fix +Run modelops validate", _out.ToString());
    }

    [Fact]
    public async Task A_code_that_is_none_has_neighbours()
    {
        Assert.Equal(2, await RunAsync("explain", "MOP3099"));
        Assert.Matches("'MOP3099' is no code of the toolkit. Near it: MOP30[0-9]{2}, ", _error.ToString());
    }

    [Theory]
    [InlineData("modelops promote --to ", "staging", "prod")]
    [InlineData("modelops promote p", "prod")]
    [InlineData("modelops status --model ", "churn")]
    [InlineData("modelops register --alias c", "canary", "challenger", "champion")]
    [InlineData("modelops show churn@", "churn@canary", "churn@champion")]
    [InlineData("modelops explain MOP301", "MOP3011")]
    [InlineData("modelops status --format ", "json", "table", "tsv")]
    public async Task The_shell_gets_the_names_of_modelops_yml(string line, params string[] expected)
    {
        File.WriteAllText(
            _directory.File("modelops.yml"),
            "version: 1\nmodels: [{name: churn, path: m}]\nenvironments: {staging: {tracking_uri: 'sqlite:///s.db'}, prod: {tracking_uri: 'sqlite:///p.db'}}\nbranches: [{match: main, environment: staging, alias: canary}]\n");

        Assert.Equal(0, await RunAsync($"[suggest:{line.Length}]", line));
        Assert.Subset(_out.ToString().Split('\n').ToHashSet(), expected.ToHashSet());
    }

    private Task<int> RunAsync(params string[] words) =>
        new CliApplication(new(_out, _error, IsOutTerminal: false, IsErrorTerminal: false), new TestEnvironment(), _directory.Path) { Backends = AllBackends.List }
            .RunAsync(words, default);
}
