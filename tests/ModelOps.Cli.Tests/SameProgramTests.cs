using System.Text.RegularExpressions;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>The native program and the portable one are one command: the same documents, outputs and exit codes, call by call, over all verbs.</summary>
public sealed partial class SameProgramTests : IDisposable
{
    private static readonly string[] Calls =
    [
        "0 explain MOP3011",
        "0 check",
        "2 check nowhere",
        "2 regster",
        "0 package --output m.modelpkg",
        "0 train",
        "0 test --suite unit",
        "0 evaluate predictions.csv --task binary --key id --label y --probability p",
        "3 compare predictions.csv --champion-predictions predictions.csv --task binary --key id --label y --probability p",
        "0 register m.modelpkg --environment dev --tags team=health",
        "0 register m.modelpkg --environment dev",
        "0 validate --environment dev",
        "0 validate --environment dev",
        "0 gates verify --environment dev",
        "0 show m@challenger --environment dev",
        "0 promote prod --from dev --from-alias challenger --alias candidate --dry-run",
        "0 promote prod --from dev --from-alias challenger --alias candidate",
        "0 validate --environment prod --from-alias candidate",
        "0 promote prod --from prod --from-alias candidate --alias champion",
        "0 annotate --environment dev --tags owner=me",
        "0 adopt --environment dev --version 1",
        "0 pull models:/dev.m/1 --environment dev --output pulled",
        "2 rollback --environment prod --reason none",
        "0 check --all",
        "0 register --all --environment dev",
        "0 status",
        "0 history",
        "0 clean",
        "0 status --explain",
    ];

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [NativeFact]
    public async Task Every_verb_says_the_same()
    {
        var (native, portable) = (await RunAllAsync("native", [ModelOpsProgram.FileName]), await RunAllAsync("portable", ["dotnet", Path.Combine(AppContext.BaseDirectory, "modelops.dll")]));

        var problems = string.Join("\n\n", Calls.Zip(native, portable)
            .Where(said => said.Second != said.Third || !said.Second.StartsWith(said.First.Split(' ')[0] + "\n", StringComparison.Ordinal))
            .Select(said => $"{said.First}\nnative: {said.Second}\n{(said.Second == said.Third ? "" : $"portable: {said.Third}")}"));
        Assert.True(problems.Length == 0, problems);
    }

    private async Task<IReadOnlyList<string>> RunAllAsync(string name, IReadOnlyList<string> command)
    {
        var root = Directory.CreateDirectory(_directory.File(name)).FullName;
        var commit = Write(root);
        var said = new List<string>();
        foreach (var words in Calls.Select(call => call.Split(' ')[1..]))
        {
            var outputs = Path.Combine(root, "outputs.txt");
            await File.WriteAllTextAsync(outputs, "");
            var environment = new TestEnvironment { ["GITHUB_ACTIONS"] = "true", ["GITHUB_SHA"] = commit, ["GITHUB_REF"] = "refs/heads/main", ["GITHUB_OUTPUT"] = outputs, ["PYTHONDONTWRITEBYTECODE"] = "1" };
            using var process = ModelOpsCommand.Start(command[0], root, environment, [.. command.Skip(1), .. words, "--json"]);
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            await error;
            said.Add($"{process.ExitCode}\n{Plain(output, root)}\n{Plain(await File.ReadAllTextAsync(outputs), root)}");
        }

        return said;
    }

    private static string Write(string root)
    {
        TestFiles.WriteSmallest(Path.Combine(root, "model"));
        var rows = Enumerable.Range(0, 400).Select(row => $"{row},{row % 2},{(row % 2 == 0 ? 0.1 + (row % 7 * 0.08) : 0.9 - (row % 5 * 0.1)):0.00}");
        File.WriteAllLines(Path.Combine(root, "predictions.csv"), rows.Prepend("id,y,p"));
        File.WriteAllText(Path.Combine(root, "junit.xml"), "<testsuite name=\"s\" tests=\"1\"><testcase classname=\"c\" name=\"t\" time=\"0.5\"/></testsuite>");
        File.WriteAllText(Path.Combine(root, "MLproject"), "name: m\nentry_points:\n  main:\n    command: \"true\"\n");
        File.WriteAllText(
            Path.Combine(root, "modelops.yml"),
            """
            version: 1
            models:
              - name: m
                path: model
                train: {}
                tests: { unit: [{ name: one, run: "cp junit.xml {results}" }] }
                evaluation:
                  task: binary
                  run: cp predictions.csv {predictions}
                  columns: { key: id, label: y, probability: [p] }
                gates:
                  metrics: [{ name: roc_auc, min: 0.6 }]
            environments:
              dev: { tracking_uri: "sqlite:///dev.db", catalog: dev }
              prod: { tracking_uri: "sqlite:///prod.db", catalog: prod }
            """);
        return new GitScratch(root).Commit("all");
    }

    // What differs between two runs of one program: places, identities, hashes of commits, times and how long something took.
    private static string Plain(string text, string root) => Varying().Replace(text.Replace(root, "<root>", StringComparison.Ordinal), "<varies>");

    [GeneratedRegex(@"seconds<<ghadelimiter_\S+\n[\d.E-]+|[0-9a-f]{32,64}|ghadelimiter_\S+|\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)|(?<=""seconds"": )[\d.eE-]+|/tmp/[^\s""]+|(?<=,""seconds"":)[\d.eE-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Varying();
}
