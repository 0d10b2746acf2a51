using System.Text.RegularExpressions;
using ModelOps.Backends;
using ModelOps.Core.Processes;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>The last line of a verb that went well can be run as it is printed.</summary>
public sealed partial class NextCommandTests : IDisposable
{
    private const string Model = "    path: models/diabetes\n";

    private readonly ReleaseLab _lab = new();
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose()
    {
        _lab.Dispose();
        _out.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task From_the_package_to_the_champion_every_suggestion_runs()
    {
        Judge("champion: {enabled: false}");
        await RunAsync("modelops register 'a model.modelpkg'", await NextAsync("modelops package --output 'a model.modelpkg'"));
        await RunAsync("modelops promote staging --version 1", await NextAsync("modelops validate --environment dev"));

        // This branch may not promote to production.
        Assert.Null(await NextAsync("modelops validate --environment staging"));
        _lab.Git.Switch("release/1", create: true);
        await NextAsync("modelops promote prod --version 1 --alias candidate");
        await RunAsync("modelops promote prod --from prod --version 1", await NextAsync("modelops validate --environment prod"));

        await NextAsync("modelops show diabetes@champion --environment prod");
        Assert.Null(await NextAsync("modelops validate --environment prod"));
    }

    [Fact]
    public async Task Nothing_is_suggested_that_a_person_has_to_decide()
    {
        Judge(rules: null);
        File.WriteAllText(At("modelops.yml"), Branches().Replace(File.ReadAllText(At("modelops.yml")), ""));
        await NextAsync("modelops register models/diabetes");

        // Without a policy the alias is champion: the first in production may be undecided, but dev cannot tell whether one is there.
        Assert.Null(await NextAsync("modelops validate --environment dev"));
        Assert.Null(await NextAsync("modelops validate --environment dev --dry-run"));
        await NextAsync("modelops promote staging --alias candidate");
        await NextAsync("modelops promote prod --alias candidate");
        await RunAsync("modelops promote prod --from prod --version 1", await NextAsync("modelops validate --environment prod"));
        _lab.ChangeModel("second");
        _lab.Git.Commit("second");
        await NextAsync("modelops register models/diabetes --environment prod");
        Assert.Null(await NextAsync("modelops validate --environment prod"));
    }

    [Fact]
    public async Task The_model_and_the_configuration_are_named_where_another_would_be_taken()
    {
        Judge("champion: {enabled: false}");
        File.Move(At("modelops.yml"), At("release.yml"));
        File.WriteAllText(At("release.yml"), File.ReadAllText(At("release.yml")).Replace("models:\n", "models:\n  - { name: wine, path: models/wine }\n", StringComparison.Ordinal));

        await RunAsync("modelops register a.modelpkg --model diabetes --config release.yml", await NextAsync("modelops package models/diabetes --output a.modelpkg --config release.yml"));
        await RunAsync("modelops promote staging --model diabetes --version 1 --config release.yml", await NextAsync("modelops validate diabetes --environment dev --config release.yml"));
        TestFiles.CopyDirectory(At("models/diabetes"), At("models/other"));
        Assert.Null(await NextAsync("modelops package models/other --output a.modelpkg --config release.yml"));
    }

    private async Task RunAsync(string expected, string? next)
    {
        Assert.Equal(expected, next);
        await NextAsync(next!);
    }

    private async Task<string?> NextAsync(string command)
    {
        _out.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        Assert.True(CommandText.TrySplit(command, out var words, out var problem), problem);
        var application = new CliApplication(new(_out, _error, IsOutTerminal: false, IsErrorTerminal: false), _lab.Environment, _lab.Path) { Backends = AllBackends.List };
        Assert.True(await application.RunAsync([.. words.Skip(1)], default) == 0, $"{command}\n{_error}{_out}");
        return Next().Match(_out.ToString()) is { Success: true } found ? found.Groups[1].Value : null;
    }

    private void Judge(string? rules)
    {
        var text = Rules().Replace(File.ReadAllText(At("modelops.yml")), "");
        File.WriteAllText(At("modelops.yml"), rules is null ? text : text.Replace(Model, $"{Model}    gates: {{{rules}}}\n", StringComparison.Ordinal));
    }

    private string At(string relative) => Path.Combine(_lab.Path, relative);

    [GeneratedRegex(@"^next +(.+)$", RegexOptions.Multiline)]
    private static partial Regex Next();

    [GeneratedRegex(@"(?s)    # The model that is judged.*?\n(?=environments:)")]
    private static partial Regex Rules();

    [GeneratedRegex(@"(?s)\nbranches:.*")]
    private static partial Regex Branches();
}
