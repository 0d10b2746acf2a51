using System.Text.RegularExpressions;
using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>What a person sees at a terminal of 80 columns.</summary>
public sealed partial class EightyColumnsTests : IDisposable
{
    private const string Model = "    path: models/diabetes\n";

    private readonly ReleaseLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [TerminalFact]
    public async Task A_release_ends_with_verdict_why_and_the_next_command()
    {
        var pages = new List<string>();
        await RunAsync("check models/diabetes");
        await RunAsync("package --output a.modelpkg");
        await RunAsync("register --package a.modelpkg --tags owner=health --description 'A model of diabetes progression'");
        WriteGates(words: 3);
        await RunAsync("validate --environment dev");
        WriteGates(words: 30);
        await RunAsync("validate --environment dev");
        await RunAsync("status");
        await RunAsync("history");
        await RunAsync("explain MOP3011");

        Snapshot.Match(string.Join('\n', pages), "terminal-80");

        async Task RunAsync(string words)
        {
            var seen = Scrub(await Terminal.RunAsync(_lab.Path, new() { ["USER"] = "tester", ["NO_COLOR"] = "1" }, $"{words} 2>/dev/null", columns: 80));
            Assert.All(seen.Split('\n'), line => Assert.InRange(DisplayWidth.Of(line), 0, 80));
            pages.Add($"$ modelops {words}\n{seen}");
        }
    }

    [TerminalFact]
    public async Task Gates_verify_ends_with_its_counts()
    {
        WriteGates(words: 3);
        await _lab.PackageAsync("a.modelpkg");
        var seen = Scrub(await Terminal.RunAsync(_lab.Path, [], "gates verify --package a.modelpkg --environment dev 2>/dev/null", columns: 80));

        Assert.Matches(@"verdict +gates verify: [^\n]*; stopped [0-9]+, survived [0-9]+, required survived\s+[0-9]+,\s+score\s+[0-9.]+\n?", seen);
        Assert.DoesNotContain("stopped ", seen[(seen.IndexOf("verdict ", StringComparison.Ordinal) + 80)..], StringComparison.Ordinal);
    }

    [TerminalFact]
    public async Task A_finding_is_not_broken_inside_a_word()
    {
        var seen = Plain(await Terminal.RunAsync(_lab.Path, new() { ["NO_COLOR"] = "1" }, "promote nowhere", columns: 80));

        Assert.Contains("\n    modelops explain MOP0105\n", seen, StringComparison.Ordinal);
        Assert.All(seen.Split('\n').Where(line => line.Contains("defines", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 80));
    }

    private void WriteGates(int words)
    {
        var gates = $"    gates: {{champion: {{enabled: false}}, metadata: {{tags: {{owner: required}}, description_words: {words}}}}}\n";
        var file = Path.Combine(_lab.Path, "modelops.yml");
        File.WriteAllText(file, Rules().Replace(File.ReadAllText(file), "").Replace(Model, Model + gates, StringComparison.Ordinal));
    }

    private string Scrub(string text) => Run().Replace(Digest().Replace(
        Plain(text).Replace(_lab.Path, "{lab}", StringComparison.Ordinal), "{digest}"), "{run}");

    private static string Plain(string text) => Escape().Replace(text.ReplaceLineEndings("\n"), "");

    [GeneratedRegex(@"\u001b(?:\[[0-?]*[ -/]*[@-~]|=)")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\b[0-9a-f]{32}\b")]
    private static partial Regex Run();

    [GeneratedRegex(@"\b[0-9a-f]{10}\b")]
    private static partial Regex Digest();

    [GeneratedRegex(@"    gates: .*\n")]
    private static partial Regex Rules();
}
