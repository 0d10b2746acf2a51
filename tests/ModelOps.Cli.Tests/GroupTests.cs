using ModelOps.Backends;
using ModelOps.Core.Verbs;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>Verbs of two words.</summary>
public sealed class GroupTests : IDisposable
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
    [InlineData("gates", "verify", "--mutant", "check", "--explain")]
    [InlineData("--explain", "gates", "--no-color", "verify", "--mutant", "check")]
    public async Task Both_words_name_the_verb_and_a_value_may_read_like_another(params string[] words)
    {
        await RunAsync(words);
        Assert.Matches(@"mutant +check +argument", _out.ToString());
    }

    [Fact]
    public async Task A_group_alone_shows_its_verbs_and_is_no_call()
    {
        Assert.Equal(2, await RunAsync("gates"));
        Assert.StartsWith("Usage: modelops gates <verb> [options]\n\nVerbs:\n  gates verify  ", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Expected: modelops gates <verb> [options].", _error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("register", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_that_of_the_group_and_of_its_verb()
    {
        Assert.Equal(0, await RunAsync("gates", "--help"));
        Assert.StartsWith("Usage: modelops gates <verb>", _out.ToString(), StringComparison.Ordinal);

        Assert.Equal(0, await RunAsync("gates", "verify", "--help"));
        Assert.Contains("Usage: modelops gates verify [<model>] [options]", _out.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no verb 'gates verfy'. Did you mean 'gates verify'?", "gates", "verfy")]
    [InlineData("There is no verb 'gates-verify'. Did you mean 'gates verify'?", "gates-verify")]
    [InlineData("There is no verb 'gate'. Did you mean 'gates'?", "gate", "verify")]
    [InlineData("There is no verb 'gates x'. 'modelops gates --help' lists the verbs.", "gates", "x")]
    [InlineData("There is no option '--jsn'. Did you mean '--json'?", "gates", "--jsn")]
    [InlineData("'gates verify' has no option '--mutnt'. Did you mean '--mutant'?", "gates", "verify", "--mutnt", "x")]
    [InlineData("'gates verify' takes one plain argument, --model; 'y' is one more.", "gates", "verify", "x", "y")]
    public async Task A_near_miss_is_told(string expected, params string[] words)
    {
        Assert.Equal(2, await RunAsync(words));
        Assert.Contains(expected, _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("modelops gat", "gates")]
    [InlineData("modelops gates v", "verify")]
    [InlineData("modelops gates verify --mut", "--mutant")]
    public async Task The_shell_completes_both_words_and_the_options(string line, string expected)
    {
        Assert.Equal(0, await RunAsync($"[suggest:{line.Length}]", line));
        Assert.Contains(expected, _out.ToString().Split('\n'));
    }

    [Fact]
    public void A_verb_has_one_word_or_two() =>
        Assert.All(VerbCatalog.All, verb => Assert.InRange(verb.CommandWords.Count, 1, 2));

    private Task<int> RunAsync(params string[] words) =>
        new CliApplication(new(_out, _error, IsOutTerminal: false, IsErrorTerminal: false), new TestEnvironment(), _directory.Path) { Backends = AllBackends.List }
            .RunAsync(words, default);
}
