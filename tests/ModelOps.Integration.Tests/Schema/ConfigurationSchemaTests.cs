using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Rules;
using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Schema;

/// <summary>The schema that editors use and the loader agree.</summary>
public class ConfigurationSchemaTests
{
    private static readonly string[] Shipped = ["templates/modelops.yml", "samples/diabetes/modelops.yml"];

    [Fact]
    public void The_loader_reads_every_shipped_configuration() =>
        Assert.All(Shipped, path => Assert.NotEmpty(ConfigurationLoader.Load(Path.Combine(TestFiles.Root, path)).Environments));

    [NodeFact]
    public async Task The_schema_accepts_every_shipped_configuration() =>
        Assert.Equal("[]", (await ValidateAsync([.. Shipped.Select(path => Path.Combine(TestFiles.Root, path))])).GetRawText());

    [NodeTheory]
    [InlineData("modles: []", "")]
    [InlineData("models: [{ name: churn }]", "/models/0")]
    [InlineData("environments: { dev: { tracking_uri: 'sqlite:///a.db', catalogue: x } }", "/environments/dev")]
    [InlineData("environments: { dev: { tracking_uri: 'sqlite:///a.db' } }\nbranches: [{ match: main, environment: dev, alias: v7 }]", "/branches/0/alias")]
    [InlineData("check: { max_size_mb: large }", "/check/max_size_mb")]
    [InlineData("check: { severity: { MOP1005: info } }", "/check/severity/MOP1005")]
    [InlineData("check: { waive: [{ rule: MOP1010, reason: x, until: tomorrow }] }", "/check/waive/0/until")]
    [InlineData("defaults: { register: { ready-timeot: 5 } }", "/defaults/register")]
    public async Task What_the_loader_refuses_the_schema_refuses_too(string text, string place)
    {
        using var directory = new TempDirectory();
        var file = directory.File("modelops.yml");
        await File.WriteAllTextAsync(file, $"version: 1\n{text}\n");
        Assert.Throws<ModelOpsException>(() => ConfigurationLoader.Load(file));
        Assert.Contains(place, (await ValidateAsync(file)).EnumerateArray().Select(finding => finding.GetProperty("place").GetString()));
    }

    private static async Task<JsonElement> ValidateAsync(params string[] files)
    {
        var run = await NodeTools.ScriptAsync("schema.mjs", null, [Path.Combine(TestFiles.Root, "schemas", "modelops.schema.json"), .. files]);
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
