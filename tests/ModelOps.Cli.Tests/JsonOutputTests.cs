using System.Text.Json;
using ModelOps.Core.Verbs;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>With --json standard output is one document of the same form, whatever the verb, the end and the host.</summary>
public sealed class JsonOutputTests : IDisposable
{
    private static readonly string[] Names = ["schemaVersion", "verb", "exitCode", "result", "diagnostics"];

    private static readonly string SearchPath = Environment.GetEnvironmentVariable("PATH")!;

    private readonly ReleaseLab _lab = new();

    public static TheoryData<string> Hosts => ["", "GITHUB_ACTIONS", "TF_BUILD"];

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("GITHUB_ACTIONS")]
    public async Task Every_verb_prints_its_result(string host)
    {
        var seen = new HashSet<string>();
        for (var version = 1; version <= 2; version++)
        {
            _lab.ChangeModel($"version {version}");
            _lab.Git.Commit($"version {version}");
            await RunAsync("check", "--path", "models/diabetes");
            await RunAsync("package", "--path", "models/diabetes", "--output", "a.modelpkg");
            await RunAsync("register", "--package", "a.modelpkg", "--environment", "dev");
            await RunAsync("validate", "--environment", "dev");
            await RunAsync("promote", "--to", "staging");
        }

        await RunAsync("annotate", "--environment", "dev", "--tags", "tier=1");
        await RunAsync("adopt", "--environment", "dev", "--version", "1");
        await RunAsync("pull", "--environment", "dev", "--version", "1", "--output", "pulled");

        AddTests();
        await RunAsync("test", "--suite", "unit");
        AddPredictions();
        await RunAsync(["evaluate", "--predictions", "near.csv", .. Columns]);
        await RunAsync(["compare", "--challenger-predictions", "near.csv", "--champion-predictions", "far.csv", .. Columns]);
        await RunAsync("validate", "--environment", "dev");
        await RunAsync("gates", "verify", "--environment", "dev");
        await RunAsync("rollback", "--environment", "staging", "--alias", "challenger", "--reason", "slow");
        await RunAsync("status");
        await RunAsync("history");
        await RunAsync("show", "diabetes@challenger", "--environment", "dev");
        await RunAsync("explain", "MOP3011");
        await RunAsync("clean");
        await RunAsync("sandbox", "--ttl", "1s");
        AddTraining();
        await RunAsync("train", "--dry-run");
        Assert.Equal(VerbCatalog.All.Select(verb => verb.Name).Order(), seen.Order());

        async Task RunAsync(params string[] words)
        {
            using var document = await ReadAsync(host, 0, words);
            AssertAsTheSchemaSays(Verb(words), document.RootElement.GetProperty("result"));
            seen.Add(Verb(words));
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Every_verb_prints_its_failure(string host)
    {
        File.WriteAllText(Path.Combine(_lab.Path, "broken.modelpkg"), "no archive");
        Directory.CreateDirectory(Path.Combine(_lab.Path, "empty"));
        (int ExitCode, string[] Words)[] calls =
        [
            (3, ["check", "--path", "empty"]),
            (2, ["package", "--verify", "broken.modelpkg"]),
            (2, ["test", "--model", "none"]),
            (2, ["evaluate", "--predictions", "none.csv"]),
            (2, ["compare", "--challenger-predictions", "none.csv"]),
            (2, ["validate", "--package", "none.modelpkg"]),
            (2, ["gates", "verify", "--package", "none.modelpkg"]),
            (2, ["register", "--package", "none.modelpkg"]),
            (2, ["promote", "--to", "nowhere"]),
            (2, ["annotate", "--environment", "nowhere"]),
            (2, ["adopt", "--environment", "nowhere", "--all"]),
            (2, ["pull", "--environment", "nowhere", "--version", "1", "--output", "pulled"]),
            (2, ["rollback", "--environment", "prod", "--reason", "slow"]),
            (2, ["status", "--environment", "nowhere"]),
            (2, ["history", "--limit", "soon"]),
            (2, ["show", "diabetes@nobody"]),
            (2, ["explain", "MOP3999"]),
            (2, ["train", "--model", "diabetes"]),
            (2, ["clean", "--environment", "nowhere"]),
            (2, ["sandbox", "--port", "70000"]),
        ];
        Assert.Equal(VerbCatalog.All.Select(verb => verb.Name).Order(), calls.Select(call => Verb(call.Words)).Order());
        foreach (var (exitCode, words) in calls)
        {
            using var document = await ReadAsync(host, exitCode, words);
            Assert.NotEqual(0, document.RootElement.GetProperty("diagnostics").GetArrayLength());
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Several_models_are_results_as_the_schema_says(string host)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestFiles.Root, "schemas", "report.schema.json")));
        var row = schema.RootElement.GetProperty("properties").GetProperty("results").GetProperty("items").GetProperty("required");
        using var document = await ReadAsync(host, 0, ["check", "--all"]);
        var result = Assert.Single(document.RootElement.GetProperty("results").EnumerateArray());
        Assert.Equal(row.EnumerateArray().Select(name => name.GetString()), result.EnumerateObject().Select(property => property.Name));
        AssertAsTheSchemaSays("check", result.GetProperty("result"));
        Assert.Equal(document.RootElement.GetProperty("result").GetRawText(), result.GetProperty("result").GetRawText().Replace("\n    ", "\n", StringComparison.Ordinal));
    }

    private static void AssertAsTheSchemaSays(string verb, JsonElement result)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestFiles.Root, "schemas", "report.schema.json")));
        var definition = schema.RootElement.GetProperty("definitions").GetProperty(verb);
        Assert.Equal(JsonValueKind.Object, result.ValueKind);
        Assert.Equal(
            definition.GetProperty("properties").EnumerateObject().Select(property => property.Name), result.EnumerateObject().Select(property => property.Name));
        Assert.All(definition.GetProperty("properties").EnumerateObject(), property => Assert.True(
            property.Value.TryGetProperty("anyOf", out _) || result.GetProperty(property.Name).ValueKind != JsonValueKind.Null, $"{verb}: {property.Name} is null"));
    }

    private static string[] Columns => ["--task", "regression", "--label", "y", "--prediction", "p"];

    private static string Verb(string[] words) => words[0] == "gates" ? "gates-verify" : words[0];

    private void AddPredictions()
    {
        foreach (var (file, error) in new[] { ("near.csv", 1), ("far.csv", 3) })
        {
            var rows = Enumerable.Range(0, 60).Select(row => $"{row},{row + (error * ((row * 7 % 11) - 5))}\n");
            File.WriteAllText(Path.Combine(_lab.Path, file), $"y,p\n{string.Concat(rows)}");
        }
    }

    private void AddTests()
    {
        var file = Path.Combine(_lab.Path, "modelops.yml");
        const string stage = "\n    tests: {unit: [{name: one, run: \"sh -c 'echo 1 passed in 0.01s'\"}]}\n    gates: {champion: {enabled: false}}";
        File.WriteAllText(file, File.ReadAllText(file).Replace("    path: models/diabetes", "    path: models/diabetes" + stage, StringComparison.Ordinal));
    }

    private void AddTraining()
    {
        File.WriteAllText(Path.Combine(_lab.Path, "MLproject"), "entry_points: {main: {command: train}}");
        var file = Path.Combine(_lab.Path, "modelops.yml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("    path: models/diabetes", "    path: models/diabetes\n    train: {}", StringComparison.Ordinal));
    }

    private async Task<JsonDocument> ReadAsync(string host, int exitCode, string[] words)
    {
        var (code, output, error) = await ModelOpsCommand.RunAsync(_lab.Path, OnHost(host), [.. words, "--json"]);
        Assert.True(code == exitCode, $"{words[0]} ended with {code}: {output}{error}");
        var document = JsonDocument.Parse(output);
        Assert.Equal(words is ["check", "--all"] ? [.. Names[..^1], "results", Names[^1]] : Names, document.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(Verb(words), document.RootElement.GetProperty("verb").GetString());
        Assert.Equal(exitCode, document.RootElement.GetProperty("exitCode").GetInt32());
        Assert.Equal(JsonValueKind.Array, document.RootElement.GetProperty("diagnostics").ValueKind);
        return document;
    }

    private TestEnvironment OnHost(string host) => host switch
    {
        "GITHUB_ACTIONS" => new()
        {
            ["GITHUB_ACTIONS"] = "true",
            ["PATH"] = SearchPath,
            ["GITHUB_EVENT_NAME"] = "push",
            ["GITHUB_REF"] = "refs/heads/main",
            ["GITHUB_SHA"] = _lab.Git.Head,
        },
        "TF_BUILD" => new()
        {
            ["TF_BUILD"] = "True",
            ["PATH"] = SearchPath,
            ["BUILD_REASON"] = "IndividualCI",
            ["BUILD_SOURCEBRANCH"] = "refs/heads/main",
            ["BUILD_SOURCEVERSION"] = _lab.Git.Head,
        },
        _ => new() { ["USER"] = "tester", ["PATH"] = SearchPath },
    };
}
