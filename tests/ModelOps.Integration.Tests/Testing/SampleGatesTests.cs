using System.Text.Json;
using ModelOps.Integration.Tests.Readme;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Testing;

/// <summary>The sample's gates, on its own predictions: a second version beside the champion, and bad candidates.</summary>
public sealed class SampleGatesTests : IDisposable
{
    private readonly SampleLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [LinuxFact]
    public async Task A_version_of_more_patients_beats_the_champion_and_every_bad_candidate_is_stopped()
    {
        await RegisterAsync();
        var first = await ValidateAsync(0);
        Assert.Equal(("passed", "better"), (Text(first, "status"), Text(first, "verdict")));
        await _lab.ProgramAsync("git", "switch", "--quiet", "--create", "release/1");
        await _lab.ResultAsync(0, "promote", "--from", "dev", "--to", "prod", "--alias", "champion");

        await _lab.ProgramAsync("python3", "pipelines/export.py", "--output", "models/diabetes");
        await RegisterAsync();
        await _lab.ResultAsync(0, "promote", "prod", "--from", "dev", "--alias", "candidate");

        // README's call prints README's lines.
        var (call, shown) = ReadmePage.Judgement;
        var second = await _lab.RunAsync(call);
        Assert.True(second.ExitCode == 0, second.Error);
        Assert.Equal(shown, second.Output.Split('\n').Select(line => line.TrimEnd()).Where(shown.Contains));

        var (verify, mutants) = ReadmePage.Mutants;
        var verified = (await _lab.ResultAsync(0, verify)).GetProperty("result");
        Assert.Subset(verified.GetProperty("mutants").EnumerateArray().Select(MutantLine).ToHashSet(), mutants.ToHashSet());
        Assert.Equal((0, 100), (verified.GetProperty("survived").GetInt32(), verified.GetProperty("score").GetDouble()));
        Assert.Equal(ReadmePage.Stopped, verified.GetProperty("stopped").GetInt32());
    }

    [LinuxFact]
    public async Task A_version_of_few_patients_fails()
    {
        await _lab.ProgramAsync("python3", "pipelines/export.py", "--sample", "0.03", "--output", "models/diabetes");
        await RegisterAsync();
        var few = await ValidateAsync(3);
        Assert.Contains(few.GetProperty("gates").EnumerateArray(), gate => Text(gate, "check") == "rmse" && Text(gate, "status") == "failed");
    }

    [LinuxFact]
    public async Task A_limit_that_is_too_wide_lets_a_bad_candidate_through()
    {
        await RegisterAsync();
        _lab.Replace("modelops.yml", "max_psi: 0.25", "max_psi: 99");

        var verified = (await _lab.ResultAsync(3, "gates", "verify", "--environment", "dev")).GetProperty("result");

        var survivor = Assert.Single(verified.GetProperty("mutants").EnumerateArray(), mutant => Text(mutant, "status") == "survived");
        Assert.Equal("drifted-inputs", Text(survivor, "mutant"));
    }

    private async Task RegisterAsync()
    {
        await _lab.ResultAsync(0, "package", "--path", "models/diabetes", "--output", "diabetes.modelpkg");
        await _lab.ResultAsync(0, "register", "--package", "diabetes.modelpkg", "--environment", "dev");
    }

    private async Task<JsonElement> ValidateAsync(int exitCode) =>
        (await _lab.ResultAsync(exitCode, "validate", "--environment", "dev")).GetProperty("result");

    private static string MutantLine(JsonElement mutant) => string.Join('|',
        Text(mutant, "mutant"), mutant.GetProperty("required").GetBoolean() ? "true" : "false", Text(mutant, "status"),
        string.Join(", ", mutant.GetProperty("stoppedBy").EnumerateArray().Select(gate => gate.GetString())), Text(mutant, "change"));

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
