using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Running;
using ModelOps.Core.Tests.Verbs.Validate;
using ModelOps.Core.Verbs.Compare;
using ModelOps.Evaluation.Comparison;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Gathering;

/// <summary>compare with versions of a registry.</summary>
public sealed class RegistryPredictionsTests : IDisposable
{
    private readonly ValidationLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task The_newest_version_is_compared_with_the_champion_and_predictions_are_made_once()
    {
        await _lab.CrownAsync(0.3);
        await _lab.RegisterAsync(0.6);
        var first = await CompareAsync();
        var second = await CompareAsync(("Version", "2"), ("ChampionAlias", "champion"));

        Assert.True(first.ExitCode == ExitCode.Ok, ReleaseLab.Describe(first));
        Assert.Equal((ComparisonVerdict.Better, false, 400), (Result(first).Verdict, Result(first).IsBaseline, Result(first).Rows));
        Assert.Equal(Result(first).Comparisons, Result(second).Comparisons);
        Assert.Equal(2, _lab.Runs);
        await CompareAsync(("Refresh", "true"));
        Assert.Equal(4, _lab.Runs);
        await using var catalog = await _lab.Release.OpenAsync("dev");
        var version = await catalog.Registry.FindVersionAsync(ValidationLab.Model, 2, default);
        Assert.DoesNotContain(version!.Tags.Keys, key => key.Contains("decision", StringComparison.Ordinal) || key.Contains("validation", StringComparison.Ordinal));
    }

    [UnixFact]
    public async Task Without_a_champion_a_baseline_takes_its_place()
    {
        await _lab.RegisterAsync(0.6);
        var report = await CompareAsync();

        Assert.Equal((ExitCode.Ok, true), (report.ExitCode, Result(report).IsBaseline));
    }

    [UnixFact]
    public async Task The_alias_of_the_configuration_names_the_champion_and_that_of_the_call_wins()
    {
        _lab.Configure("champion: {alias: blessed, resamples: 200}");
        await _lab.CrownAsync(0.3);
        await _lab.RegisterAsync(0.6);

        Assert.True(Result(await CompareAsync()).IsBaseline);
        Assert.False(Result(await CompareAsync(("ChampionAlias", "champion"))).IsBaseline);
        var validated = ValidationLab.Result(await _lab.ValidateAsync(("Seed", "5")));
        Assert.Contains("baseline", Assert.Single(validated.Gates, check => check.Gate == "champion").Limit, StringComparison.Ordinal);
        using var written = JsonDocument.Parse(File.ReadAllText(validated.JsonReport!));
        Assert.Equal(5, written.RootElement.GetProperty("comparison").GetProperty("seed").GetInt32());
    }

    [UnixFact]
    public async Task A_file_wins_over_the_version_of_its_side()
    {
        await _lab.CrownAsync(0.3);
        await _lab.ValidateAsync(("FromAlias", "champion"));
        var kept = Assert.Single(Directory.GetFiles(_lab.File(".modelops/predictions"), "*.csv"));
        File.Copy(kept, _lab.File("mine.csv"));
        var report = await CompareAsync(("ChallengerPredictions", "mine.csv"));

        Assert.Equal((ExitCode.GateFailed, true, false), (report.ExitCode, Result(report).Identical, Result(report).IsBaseline));
        Assert.Equal(1, _lab.Runs);
    }

    [UnixFact]
    public async Task A_version_compared_with_itself_is_flagged()
    {
        await _lab.CrownAsync(0.3);
        var report = await CompareAsync();

        Assert.Equal(ExitCode.GateFailed, report.ExitCode);
        Assert.Contains("MOP6008", ValidationLab.Codes(report), StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("Version", "7", ExitCode.BadInput, "MOP2007")]
    [InlineData("ChallengerAlias", "none", ExitCode.BadInput, "MOP2007")]
    [InlineData("Environment", "nowhere", ExitCode.BadInput, "MOP0105")]
    public async Task What_is_not_there_is_named(string input, string value, ExitCode exitCode, string code)
    {
        await _lab.RegisterAsync(0.3);
        var report = await CompareAsync((input, value));

        Assert.Equal((exitCode, code), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
    }

    [UnixFact]
    public async Task A_command_that_fails_is_a_check_that_could_not_run()
    {
        _lab.Write("predict.sh", "echo '::error::no' >&2; exit 9");
        await _lab.RegisterAsync(0.3);
        var report = await CompareAsync();

        Assert.Equal((ExitCode.CouldNotRun, "MOP6012"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
    }

    private static CompareResult Result(VerbReport report) => (CompareResult?)report.Result ?? throw new InvalidOperationException(ReleaseLab.Describe(report));

    private Task<VerbReport> CompareAsync(params (string Name, string Value)[] more) =>
        _lab.Release.RunAsync("compare", [("Model", "diabetes"), .. more.Any(pair => pair.Name == "Environment") ? [] : new[] { ("Environment", "dev") }, .. more]);
}
