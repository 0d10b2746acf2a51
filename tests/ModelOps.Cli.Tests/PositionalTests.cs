using ModelOps.Backends;
using ModelOps.Core.Contract;
using ModelOps.Core.Verbs;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>The one obvious thing that a verb is about.</summary>
public sealed class PositionalTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    /// <summary>All verbs but the one that is about nothing in particular.</summary>
    public static TheoryData<string> Verbs => [.. VerbCatalog.All.Where(verb => verb.Name != "sandbox").Select(verb => verb.Name)];

    public void Dispose()
    {
        _directory.Dispose();
        _out.Dispose();
        _error.Dispose();
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Every_verb_takes_its_one_obvious_thing_with_and_without_the_name(string verb)
    {
        var descriptor = VerbCatalog.All.Single(candidate => candidate.Name == verb);
        var input = Assert.Single(descriptor.Inputs, input => input.IsPositional);
        string[] words = [.. descriptor.CommandWords];
        if (input.Kind == InputKind.File)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_directory.File(input.Example!))!);
            File.WriteAllText(_directory.File(input.Example!), "");
        }

        Assert.Equal(await SeenAsync([.. words, input.Example!, "--explain"]), await SeenAsync([.. words, $"--{input.Name.Kebab}", input.Example!, "--explain"]));
        Assert.Contains(" argument", await SeenAsync([.. words, input.Example!, "--explain"]), StringComparison.Ordinal);
        Assert.Equal(2, await RunAsync([.. words, input.Example!, $"--{input.Name.Kebab}", input.Example!]));
        Assert.Contains($"Input '{input.Name.Kebab}' is given twice", _error.ToString(), StringComparison.Ordinal);
    }

    private async Task<string> SeenAsync(params string[] words)
    {
        _out.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        await RunAsync(words);
        return _out.ToString() + _error;
    }

    private Task<int> RunAsync(params string[] words) =>
        new CliApplication(new(_out, _error, IsOutTerminal: false, IsErrorTerminal: false), new TestEnvironment(), _directory.Path) { Backends = AllBackends.List }
            .RunAsync(words, default);
}
