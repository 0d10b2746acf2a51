using System.Text.Json;
using System.Text.RegularExpressions;
using ModelOps.Integration.Tests.Testing;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Readme;

/// <summary>README word for word with a model that nobody prepared, in an empty repository; then the days after.</summary>
public sealed class ReadmeTests : IDisposable
{
    private const string Model = "models/churn";
    private readonly SampleLab _lab = new(isEmpty: true);

    public void Dispose() => _lab.Dispose();

    [UnixTheory]
    [InlineData("2.x-iris-classifier", false)]
    [InlineData("3.x-tensor-classifier", true)]
    public async Task Its_path_stays_green_on_the_days_after(string model, bool onServer)
    {
        await using var server = onServer ? await SandboxServer.StartAsync(_lab) : null;
        Prepare(model, server?.Uri);
        foreach (var call in ReadmePage.Calls)
        {
            await _lab.ResultAsync(0, call);
        }

        await _lab.ResultAsync(0, "validate", "--environment", "staging");
        var first = await ReleaseAsync(0);
        Assert.Equal((1, true), (first.GetProperty("version").GetInt32(), first.GetProperty("created").GetBoolean()));

        // Documents: nothing new anywhere.
        await PushAsync("README.md", "words", version: 1);
        await ReleaseAsync(0);
        Assert.Equal("dev 1, staging 1, prod 1", await StatusAsync());

        // Another model: nothing says that it is better, so a person does.
        await PushAsync($"{Model}/notes.txt", "retrained", version: 2);
        await ReleaseAsync(4);
        await ReleaseAsync(0, "--allow-undecided");
        Assert.Equal(2, await ChampionAsync());

        await _lab.ResultAsync(0, "rollback", "--environment", "prod", "--reason", "slow");
        await PushAsync("README.md", "more words", version: 2);
        var push = await ReleaseAsync(0);
        Assert.Equal((true, 1), (push.GetProperty("rolledBack").GetBoolean(), await ChampionAsync()));
        Assert.Equal("dev 2, staging 2, prod 2", await StatusAsync());
    }

    [LinuxFact]
    public async Task A_second_model_goes_the_same_way()
    {
        Prepare("2.x-iris-classifier", uri: null);
        foreach (var call in ReadmePage.Calls)
        {
            await _lab.ResultAsync(0, call);
        }

        TestFiles.CopyDirectory(TestFiles.Model("3.x-diabetes-regressor"), _lab.File("models/fraud"));
        _lab.Replace("modelops.yml", "models:\n", "models:\n  - name: fraud\n    path: models/fraud\n");
        _lab.Git.Commit("a second model");
        foreach (var call in ReadmePage.Calls.Select(call => call.Select(word => word.Replace("churn", "fraud", StringComparison.Ordinal)).ToArray()))
        {
            string[] named = call[0] is "check" ? ["check", "models/fraud"] : call[0] is "package" ? call : [.. call, "--model", "fraud"];
            await _lab.ResultAsync(0, named);
        }

        var rows = (await _lab.ResultAsync(0, "status")).GetProperty("result").GetProperty("versions").EnumerateArray().Select(row => row.GetProperty("model").GetString());
        Assert.Equal(["dev.churn", "dev.fraud", "staging.churn", "staging.fraud"], rows.Order(StringComparer.Ordinal));
    }

    private void Prepare(string model, string? uri)
    {
        File.WriteAllText(_lab.File("modelops.yml"), uri is null ? ReadmePage.Configuration : Regex.Replace(ReadmePage.Configuration, "sqlite:.*", uri));
        TestFiles.CopyDirectory(TestFiles.Model(model), _lab.File(Model));
        File.WriteAllText(_lab.File(".gitignore"), ".modelops/\n*.modelpkg\n");
        _lab.Git.Commit("a model");
    }

    // What a build of main does; the version is the same at each station.
    private async Task PushAsync(string file, string text, int version)
    {
        _lab.Git.Switch("main");
        File.WriteAllText(_lab.File(file), text);
        _lab.Git.Commit(text);
        foreach (var call in ReadmePage.Calls)
        {
            var result = (await _lab.ResultAsync(0, call)).GetProperty("result");
            Assert.Equal(version, result.TryGetProperty("version", out var made) ? made.GetInt32() : version);
        }

        await _lab.ResultAsync(0, "validate", "--environment", "staging");
    }

    private async Task<JsonElement> ReleaseAsync(int exitCode, params string[] more)
    {
        _lab.Git.Run("checkout", "--quiet", "-B", "release/1.0", "main");
        return (await _lab.ResultAsync(exitCode, ["promote", "--to", "prod", .. more])).GetProperty("result");
    }

    private async Task<string> StatusAsync()
    {
        var rows = (await _lab.ResultAsync(0, "status")).GetProperty("result").GetProperty("versions").EnumerateArray().ToList();
        return string.Join(", ", new[] { "dev", "staging", "prod" }.Select(name => $"{name} {rows.Count(row => row.GetProperty("environment").GetString() == name)}"));
    }

    private async Task<int> ChampionAsync() =>
        (await _lab.ResultAsync(0, "status", "--environment", "prod")).GetProperty("result").GetProperty("versions").EnumerateArray()
            .Single(row => JsonSerializer.Serialize(row.GetProperty("aliases")).Contains("champion", StringComparison.Ordinal)).GetProperty("version").GetInt32();
}
