using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs.Check;
using ModelOps.Core.Verbs.Package;

namespace ModelOps.Core.Tests.Several;

public sealed class SeveralModelsTests : IDisposable
{
    private readonly SeveralLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task The_others_go_on_after_one_has_failed_and_each_has_a_result()
    {
        var report = await _lab.RunAsync("check", ("All", "true"));

        Assert.Equal(ExitCode.GateFailed, report.ExitCode);
        Assert.Equal(["iris 0", "broken 3", "diabetes 0"], report.Series!.Result.Results.Select(row => $"{row.Model} {row.ExitCode}"));
        Assert.All(report.Series.Models, model => Assert.EndsWith($"models/{model.Model}", ((CheckResult)model.Report.Result!).Path, StringComparison.Ordinal));
        Assert.Contains(_lab.Host.Diagnostics, finding => finding.Code == "MOP1001" && finding.Message.StartsWith("broken: ", StringComparison.Ordinal));
        Assert.Null(report.Result);
    }

    [Fact]
    public async Task A_build_host_gets_models_and_results_and_no_output_of_one_model_when_several_ran()
    {
        await _lab.RunAsync("check", ("All", "true"));

        Assert.Equal(["models", "results"], _lab.Host.Outputs.Keys);
        Assert.Equal(["iris", "broken", "diabetes"], JsonSerializer.Deserialize<string[]>(_lab.Host.Outputs["models"])!);
        using var results = JsonDocument.Parse(_lab.Host.Outputs["results"]);
        Assert.Equal((3, 1), (results.RootElement[1].GetProperty("exitCode").GetInt32(), results.RootElement[1].GetProperty("result").GetProperty("errors").GetInt32()));
        var summary = Assert.Single(_lab.Host.Summaries);
        Assert.StartsWith("### modelops check: 3 models\\: 2 done, 1 gate failed \\(broken\\)\n", summary, StringComparison.Ordinal);
        Assert.Equal(3, summary.Split("<details><summary>").Length - 1);
    }

    [Fact]
    public async Task One_model_that_ran_has_its_flat_outputs_too()
    {
        _lab.Write("models/iris/notes.txt", "new");
        var report = await _lab.RunAsync("package", ("Changed", "true"), ("Base", "HEAD"));

        Assert.Equal(ExitCode.Ok, report.ExitCode);
        Assert.Equal(["package", "digest", "files", "bytes", "models", "results"], _lab.Host.Outputs.Keys);
        Assert.EndsWith("iris.modelpkg", ((PackageResult)report.Result!).Package, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_changed_is_success_with_an_empty_list_and_a_note()
    {
        var report = await _lab.RunAsync("register", ("Changed", "true"), ("Base", "HEAD"));

        Assert.Equal(ExitCode.Ok, report.ExitCode);
        Assert.Equal(("[]", "[]"), (_lab.Host.Outputs["models"], _lab.Host.Outputs["results"]));
        Assert.Equal((SeriesDiagnostics.NothingChanged, Severity.Info), (Assert.Single(report.Diagnostics).Descriptor, report.Diagnostics[0].Severity));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("package")]
    [InlineData("register")]
    [InlineData("validate")]
    [InlineData("status")]
    public async Task A_series_is_what_calls_for_each_model_are(string verb)
    {
        using var other = new SeveralLab();
        foreach (var lab in new[] { _lab, other })
        {
            await lab.RunAsync("register", ("Model", "iris"));
        }

        var series = (await _lab.RunAsync(verb, ("All", "true"))).Series!;

        Assert.Equal(["iris", "broken", "diabetes"], series.Models.Select(model => model.Model));
        foreach (var (model, inSeries) in series.Models)
        {
            var alone = await other.RunAsync(verb, ("Model", model));
            Assert.Equal(alone.ExitCode, inSeries.ExitCode);
            Assert.Equal(
                alone.Diagnostics.Select(finding => $"{finding.Code} {model}: {Neutral(finding.Message, other)}"),
                inSeries.Diagnostics.Select(finding => $"{finding.Code} {Neutral(finding.Message, _lab)}"));
            Assert.Equal(Shown(alone, other), Shown(inSeries, _lab));
        }
    }

    [Fact]
    public async Task Reports_of_several_models_are_not_written_over_each_other()
    {
        await _lab.RunAsync("register", ("All", "true"));
        var series = (await _lab.RunAsync("validate", ("All", "true"))).Series!;

        var reports = series.Models.Select(model => model.Report.Result).OfType<Core.Verbs.Validate.ValidateResult>().Select(result => result.HtmlReport).ToList();
        Assert.Equal(2, reports.Distinct().Count(File.Exists));
    }

    [Fact]
    public async Task A_call_that_is_cancelled_stops_and_says_which_models_ran()
    {
        using var cancellation = new CancellationTokenSource();
        _lab.Progress = new CancellingProgress(cancellation);
        var report = await _lab.RunAsync("package", _lab.Root, cancellation.Token, ("All", "true"));

        Assert.Equal(ExitCode.Cancelled, report.ExitCode);
        Assert.Equal("iris", Assert.Single(report.Series!.Models).Model);
    }

    [Theory]
    [InlineData("check", "All", "Path", "models/iris", "MOP0005")]
    [InlineData("check", "Changed", "Model", "iris", "MOP0005")]
    [InlineData("package", "All", "Output", "x.modelpkg", "MOP0005")]
    [InlineData("register", "All", "Package", "x.modelpkg", "MOP0005")]
    [InlineData("validate", "Changed", "Version", "1", "MOP0005")]
    [InlineData("check", "All", "Changed", "true", "MOP0005")]
    [InlineData("check", "Changed", "Base", "--upload-pack=x", "MOP0002")]
    [InlineData("check", "Changed", "Base", "main..HEAD", "MOP0002")]
    [InlineData("check", "Changed", "Base", "HEAD:modelops.yml", "MOP0002")]
    public async Task What_does_not_go_together_runs_nothing_and_puts_nothing_out(string verb, string asked, string input, string value, string code)
    {
        var report = await _lab.RunAsync(verb, (asked, "true"), (input, value));

        Assert.Equal((ExitCode.BadInput, code), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.Empty(_lab.Host.Outputs);
    }

    [Fact]
    public async Task What_modelops_yml_says_for_every_call_gives_way_to_a_call_for_one_model()
    {
        _lab.Write("modelops.yml", SeveralLab.Shared + SeveralLab.Sections + "defaults:\n  check:\n    all: true\n");

        Assert.Equal(3, (await _lab.RunAsync("check")).Series!.Models.Count);
        var one = await _lab.RunAsync("check", ("Path", "models/iris"));
        Assert.Equal((ExitCode.Ok, null), (one.ExitCode, one.Series));
        Assert.Equal("MOP0005", Assert.Single((await _lab.RunAsync("check", ("All", "true"), ("Path", "models/iris"))).Diagnostics).Code);
    }

    [Fact]
    public async Task Without_a_model_the_message_says_which_there_are()
    {
        foreach (var verb in new[] { "check", "package", "register" })
        {
            var message = Assert.Single((await _lab.RunAsync(verb)).Diagnostics).Message;
            Assert.Contains("modelops.yml lists iris, broken, diabetes: --model takes one of them, --all takes all", message, StringComparison.Ordinal);
        }

        Assert.Contains("--model iris", Assert.Single((await _lab.RunAsync("check", ("Path", "iris"))).Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_is_named_without_its_path_and_a_path_wins_over_the_name()
    {
        Assert.EndsWith("models/iris", ((CheckResult)(await _lab.RunAsync("check", ("Model", "iris"))).Result!).Path, StringComparison.Ordinal);
        Assert.EndsWith("models/iris", ((CheckResult)(await _lab.RunAsync("check", ("Model", "diabetes"), ("Path", "models/iris"))).Result!).Path, StringComparison.Ordinal);
        Assert.EndsWith("iris.modelpkg", ((PackageResult)(await _lab.RunAsync("package", ("Model", "iris"))).Result!).Package, StringComparison.Ordinal);
        foreach (var verb in new[] { "check", "package" })
        {
            var unknown = Assert.Single((await _lab.RunAsync(verb, ("Model", "irsi"))).Diagnostics);
            Assert.Equal(("MOP0120", true), (unknown.Code, unknown.Message.Contains("Did you mean 'iris'?", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_broken_configuration_is_said_as_it_is()
    {
        _lab.Write("modelops.yml", SeveralLab.Shared + SeveralLab.Sections + "modles: []\n");
        var report = await _lab.RunAsync("check", ("All", "true"));
        Assert.Equal((ExitCode.BadInput, "MOP0102"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
    }

    [Fact]
    public void What_a_call_for_several_would_bind_is_explained_without_a_model()
    {
        var runner = new Core.Dispatch.VerbRunner(new() { Host = _lab.Host, Environment = _lab.Environment, Backends = Backends.AllBackends.List, WorkingDirectory = _lab.Root });
        var report = runner.Explain(SeveralLab.Verb("check"), new(new Dictionary<string, IReadOnlyList<string>> { ["All"] = ["true"] }));
        Assert.Equal((ExitCode.Ok, 0), (report.ExitCode, report.Diagnostics.Count));
        Assert.Contains(report.Origins, origin => origin is { Input: "all", Value: "true", Source: "argument" });
    }

    [Fact]
    public async Task There_have_to_be_models()
    {
        _lab.Write("modelops.yml", SeveralLab.Shared);
        Assert.Equal("MOP0120", Assert.Single((await _lab.RunAsync("check", ("All", "true"))).Diagnostics).Code);
    }

    [Fact]
    public async Task The_document_has_the_findings_of_a_model_with_it()
    {
        var report = await _lab.RunAsync("check", ("All", "true"));
        using var document = JsonDocument.Parse(ReportJson.Write(report));
        var root = document.RootElement;

        Assert.Equal(["schemaVersion", "verb", "exitCode", "result", "results", "diagnostics"], root.EnumerateObject().Select(property => property.Name));
        Assert.Equal((JsonValueKind.Null, 0), (root.GetProperty("result").ValueKind, root.GetProperty("diagnostics").GetArrayLength()));
        Assert.Contains(root.GetProperty("results")[1].GetProperty("diagnostics").EnumerateArray(), finding => finding.GetProperty("code").GetString() == "MOP1001");
    }

    private static string Neutral(string text, SeveralLab lab) =>
        System.Text.RegularExpressions.Regex.Replace(text.Replace(lab.Outside, "", StringComparison.Ordinal), "[0-9a-f]{32,}", "HASH");

    private static string Shown(VerbReport report, SeveralLab lab)
    {
        var shown = report.Verb.Outputs.Where(output => report.Result is not null)
            .Select(output => $"{output.Name.Kebab}={(output.IsTable ? "" : Neutral(OutputText.Of(output.ValueIn(report.Result!)), lab))}");

        // The only thing that differs: several models have a directory of reports each.
        return string.Join('\n', shown).Replace(".modelops/validation/iris/", ".modelops/validation/", StringComparison.Ordinal);
    }
}
