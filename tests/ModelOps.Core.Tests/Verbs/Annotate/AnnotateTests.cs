using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Releases;
using ModelOps.Core.Verbs.Annotate;
using ModelOps.Core.Verbs.Register;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Annotate;

/// <summary>Tags and descriptions that come from modelops.yml, or later.</summary>
public sealed class AnnotateTests : IDisposable
{
    private static readonly ModelName Model = ModelName.Parse("dev.health.diabetes");
    private readonly ReleaseLab _lab = new();

    public AnnotateTests() => Configure("{owner: health, team: from the file}");

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Register_writes_the_tags_of_modelops_yml_and_the_call_comes_first()
    {
        await RegisterAsync(("Tags", "team=from the call"));

        var tags = (await VersionAsync()).Tags;
        Assert.Equal(("health", "from the call"), (tags["owner"], tags["team"]));
    }

    [Fact]
    public async Task What_a_registered_version_lacks_is_set_later_with_an_entry_in_the_ledger()
    {
        Configure("{}");
        await RegisterAsync();
        Configure("{owner: health}");
        await RegisterAsync();
        Assert.Contains(_lab.Host.Diagnostics, finding => finding.Code == "MOP3014" && finding.Message.Contains("owner=health", StringComparison.Ordinal));

        var set = await _lab.DoAsync<AnnotateResult>("annotate", ("Environment", "dev"));
        Assert.Equal(["tag owner=health"], set.Changed);
        Assert.Equal("health", (await VersionAsync()).Tags["owner"]);
        var entry = (await EntriesAsync())[0];
        Assert.Equal(("annotate", "tag owner", 1), (entry.Action, entry.Text(LedgerTags.Annotated), entry.To));

        Assert.Empty((await _lab.DoAsync<AnnotateResult>("annotate", ("Environment", "dev"))).Changed);
        Assert.Single(await EntriesAsync(), found => found.Action == "annotate");
    }

    [Fact]
    public async Task A_description_and_the_registered_model_itself_are_set_too()
    {
        await RegisterAsync();
        await _lab.DoAsync<AnnotateResult>("annotate", ("Environment", "dev"), ("Version", "1"), ("Description", "Weekly retraining"));
        var set = await _lab.DoAsync<AnnotateResult>("annotate", ("Environment", "dev"), ("RegisteredModel", "true"), ("Tags", "tier=1"));

        Assert.Equal("Weekly retraining", (await VersionAsync()).Description);
        Assert.Null(set.Version);
        await using var catalog = await _lab.OpenAsync("dev");
        Assert.Equal("1", (await catalog.Registry.FindModelAsync(Model, default))!.Tags["tier"]);
    }

    [Fact]
    public async Task A_plan_changes_nothing()
    {
        await RegisterAsync();
        var plan = await _lab.DoAsync<AnnotateResult>("annotate", ("Environment", "dev"), ("Tags", "tier=1"), ("DryRun", "true"));

        Assert.Equal(["tag tier=1"], plan.Changed);
        Assert.DoesNotContain("tier", (await VersionAsync()).Tags.Keys);
        Assert.DoesNotContain(await EntriesAsync(), entry => entry.Action == "annotate");
    }

    [Theory]
    [InlineData("model_validation_status=PASSED")]
    [InlineData("modelops.decision=promote")]
    [InlineData("MODELOPS.quarantine=lifted")]
    public async Task No_call_sets_what_only_the_toolkit_writes(string tag)
    {
        await RegisterAsync();
        var report = await _lab.RunAsync("annotate", ("Environment", "dev"), ("Tags", tag));

        Assert.Equal((ExitCode.BadInput, "MOP0002"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
    }

    [Theory]
    [InlineData("{model_validation_status: PASSED}")]
    [InlineData("{modelops.commit: forged}")]
    [InlineData("{\"a,b\": c}")]
    public async Task Nor_does_modelops_yml(string tags)
    {
        Configure(tags);
        var report = await _lab.RunAsync("check");

        Assert.Equal((ExitCode.BadInput, "MOP0103"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.True(report.Diagnostics[0].Span is { Line: > 1 });
    }

    private void Configure(string tags)
    {
        var file = Path.Combine(_lab.Path, "modelops.yml");
        var text = File.ReadAllText(file);
        File.WriteAllText(file, System.Text.RegularExpressions.Regex.Replace(text, "(?m)^    tags: .*$", $"    tags: {tags}"));
    }

    private async Task RegisterAsync(params (string Name, string Value)[] more)
    {
        await _lab.PackageAsync();
        await _lab.DoAsync<RegisterResult>("register", [("Package", "diabetes.modelpkg"), ("Environment", "dev"), .. more]);
    }

    private async Task<ModelVersion> VersionAsync()
    {
        await using var catalog = await _lab.OpenAsync("dev");
        return (await catalog.Registry.FindVersionAsync(Model, 1, default))!;
    }

    private async Task<IReadOnlyList<LedgerEntry>> EntriesAsync()
    {
        await using var catalog = await _lab.OpenAsync("dev");
        return (await new Ledger(catalog, LedgerPlace.Of(catalog.Tracking, Model), TimeProvider.System).ReadAsync(default)).All;
    }
}
