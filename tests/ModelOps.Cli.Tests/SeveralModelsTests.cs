using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>What a call for several models prints.</summary>
public sealed class SeveralModelsTests : IDisposable
{
    private readonly ReleaseLab _lab = new();

    public SeveralModelsTests()
    {
        Directory.CreateDirectory(Path.Combine(_lab.Path, "empty"));
        File.WriteAllText(
            Path.Combine(_lab.Path, "modelops.yml"),
            "version: 1\nmodels:\n  - { name: diabetes, path: models/diabetes }\n  - { name: empty, path: empty }\nenvironments:\n  dev: { tracking_uri: 'sqlite:///.modelops/dev.db' }\n");
    }

    public void Dispose() => _lab.Dispose();

    [TerminalFact]
    public async Task A_terminal_gets_a_row_a_model_and_the_verdict_last()
    {
        var seen = (await Terminal.RunAsync(_lab.Path, new() { ["USER"] = "tester", ["NO_COLOR"] = "1" }, "register --all 2>/dev/null", columns: 80))
            .ReplaceLineEndings("\n").Replace("\e[?1h\e=", "", StringComparison.Ordinal).TrimEnd('\n');

        Assert.All(seen.Split('\n'), line => Assert.InRange(DisplayWidth.Of(line), 0, 80));
        Assert.Contains("diabetes  done", seen, StringComparison.Ordinal);
        Assert.Contains("register: 2 models: 1 done, 1 bad input (empty) (exit code 2)", seen, StringComparison.Ordinal);
        Assert.EndsWith("next     modelops explain MOP1504", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tsv_has_a_row_a_model_also_when_just_one_ran()
    {
        var (exitCode, output, error) = await ModelOpsCommand.RunAsync(_lab.Path, "check", "--all", "--format", "tsv");
        Assert.Equal((3, true), (exitCode, error.Contains("empty: There is no regular file MLmodel here.", StringComparison.Ordinal)));
        var rows = output.TrimEnd().Split('\n').Select(line => line.Split('\t')).ToList();
        Assert.Equal(["model outcome", "diabetes done", "empty gate failed"], rows.Select(row => $"{row[0]} {row[1]}"));

        _lab.Git.Commit("configuration");
        _lab.ChangeModel("another");
        var (_, one, _) = await ModelOpsCommand.RunAsync(_lab.Path, "check", "--changed", "--base", "HEAD", "--format", "tsv");
        Assert.Equal(rows[0], one.Split('\n')[0].Split('\t'));
        Assert.StartsWith("diabetes\tdone\t", one.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tables_of_a_verb_that_has_nothing_else_are_one_table()
    {
        await _lab.RunAsync("register", ("Model", "diabetes"));
        var (exitCode, output, _) = await ModelOpsCommand.RunAsync(_lab.Path, "status", "--all", "--format", "tsv");
        Assert.Equal(0, exitCode);
        Assert.Contains("\nenvironment\tmodel\tversion\t", output, StringComparison.Ordinal);
        Assert.Contains("\ndev\tdiabetes\t1\t", output, StringComparison.Ordinal);
    }
}
