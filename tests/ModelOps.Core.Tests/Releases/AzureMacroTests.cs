using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Running;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>What Azure Pipelines leaves of a variable that nobody defined.</summary>
public sealed class AzureMacroTests : IDisposable
{
    private readonly ReleaseLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("MODELOPS_DESCRIPTION", "$(Build.Notes)", "Build.Notes")]
    [InlineData("MODELOPS_DESCRIPTION", "Notes: $(Build.Notes).", "Build.Notes")]
    [InlineData("INPUT_TAGS", "team=fraud\nnote=$(notes)", "notes")]
    [InlineData("MODELOPS_ALIAS", "$(promote.alias)", "promote.alias")]
    [InlineData("MODELOPS_MODEL", "$(modelName)", "modelName")]
    [InlineData("MLFLOW_TRACKING_TOKEN", "$(MLFLOW_TRACKING_TOKEN)", "MLFLOW_TRACKING_TOKEN")]
    [InlineData("MLFLOW_TRACKING_PASSWORD", "$(password of mlflow)", "password of mlflow")]
    [InlineData("MLFLOW_TRACKING_URI", "https://$(HOST)/mlflow", "HOST")]
    [InlineData("DATABRICKS_TOKEN", "$(DATABRICKS_TOKEN)", "DATABRICKS_TOKEN")]
    public async Task It_is_never_a_value_and_the_finding_names_the_variable(string name, string value, string variable)
    {
        var package = await _lab.PackageAsync();
        _lab.Environment["TF_BUILD"] = "True";
        _lab.Environment["BUILD_SOURCEBRANCH"] = "refs/heads/main";
        _lab.Environment["BUILD_SOURCEVERSION"] = _lab.Git.Head;
        _lab.Environment[name] = value;

        var report = await RegisterAsync(package);

        var finding = Assert.Single(report.Diagnostics, finding => finding.Code == "MOP4016");
        Assert.Equal(ExitCode.BadInput, report.ExitCode);
        Assert.Contains(name.StartsWith("MLFLOW", StringComparison.Ordinal) || name.StartsWith("DATABRICKS", StringComparison.Ordinal) ? $"{name}: " : $"({name}): ", finding.Message, StringComparison.Ordinal);
        Assert.Contains($"'{variable}'", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("$(", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, _lab.Host.Masked);
        Assert.False(File.Exists(Path.Combine(_lab.Path, ".modelops/dev.db")));
    }

    [Theory]
    [InlineData("100 $")]
    [InlineData("$HOME")]
    [InlineData("$()")]
    [InlineData("(a) $ (b)")]
    public async Task Other_dollars_are_text(string description)
    {
        _lab.Environment["TF_BUILD"] = "True";
        _lab.Environment["BUILD_SOURCEBRANCH"] = "refs/heads/main";
        _lab.Environment["BUILD_SOURCEVERSION"] = _lab.Git.Head;
        _lab.Environment["MODELOPS_DESCRIPTION"] = description;

        Assert.Equal(ExitCode.Ok, (await RegisterAsync(await _lab.PackageAsync())).ExitCode);
    }

    [Fact]
    public async Task On_another_host_it_is_text_and_a_verb_that_reads_no_variable_of_mlflow_does_not_mind()
    {
        _lab.Environment["MODELOPS_DESCRIPTION"] = "$(Build.Notes)";
        Assert.Equal(ExitCode.Ok, (await RegisterAsync(await _lab.PackageAsync())).ExitCode);

        _lab.Environment["TF_BUILD"] = "True";
        _lab.Environment["MLFLOW_TRACKING_TOKEN"] = "$(MLFLOW_TRACKING_TOKEN)";
        Assert.Equal(ExitCode.Ok, (await _lab.RunAsync("check", ("Path", "models/diabetes"))).ExitCode);
    }

    private Task<VerbReport> RegisterAsync(string package) => _lab.RunAsync("register", ("Package", package), ("Environment", "dev"));
}
