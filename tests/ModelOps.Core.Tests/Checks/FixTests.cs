using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Verbs.Check;

namespace ModelOps.Core.Tests.Checks;

public sealed class FixTests
{
    [Theory]
    [InlineData("channels:\n- conda-forge\n", "channels:\n- defaults # old\n", "- defaults # old\n", 0)]
    [InlineData("channels:\n- conda-forge\n", "channels:\n- defaults\n", "- conda-forge\n", 1)]
    [InlineData("channels:\n- conda-forge\n", "channels:\n- conda-forge\n- defaults\n", "- conda-forge\ndep", 1)]
    [InlineData("channels:\n- conda-forge\n", "---\n", "---\nchannels:\n- conda-forge\n", 1)]
    [InlineData("channels:\n- conda-forge\ndependencies:\n", "channels:\n- defaults\ndependencies:\n- numpy=2.0\n", "- defaults\n", 0)]
    public async Task The_defaults_channel_is_replaced_where_conda_installs_only_Python(string old, string replacement, string expected, int repaired)
    {
        using var lab = new CheckLab();
        lab.Replace("conda.yaml", old, replacement);
        var before = lab.Hashes();
        var report = await lab.RunAsync(fix: true);
        Assert.Equal(repaired, ((CheckResult)report.Result!).Fixed);
        Assert.Contains(expected, lab.Read("conda.yaml"), StringComparison.Ordinal);
        var after = lab.Hashes();
        Assert.Equal(before.Where(pair => pair.Key != "conda.yaml"), after.Where(pair => pair.Key != "conda.yaml"));
        Assert.Equal(repaired == 0, report.Diagnostics.Any(finding => finding.Code == "MOP1018"));

        var again = await lab.RunAsync(fix: true);
        Assert.Equal(0, ((CheckResult)again.Result!).Fixed);
        Assert.Equal(after, lab.Hashes());
    }

    [Fact]
    public async Task A_missing_requirements_file_is_written_as_MLflow_does()
    {
        using var lab = new CheckLab();
        var before = lab.Hashes();
        lab.Delete("requirements.txt");
        var report = await lab.RunAsync(fix: true);
        Assert.Equal((ExitCode.Ok, 1), (report.ExitCode, ((CheckResult)report.Result!).Fixed));
        Assert.Equal(before, lab.Hashes());
    }

    [Fact]
    public async Task A_good_model_is_not_touched()
    {
        using var lab = new CheckLab();
        var before = lab.Hashes();
        Assert.Equal(ExitCode.Ok, (await lab.RunAsync(fix: true)).ExitCode);
        Assert.Equal(before, lab.Hashes());
    }

    [Fact]
    public async Task What_is_waived_is_not_repaired()
    {
        using var lab = new CheckLab();
        lab.Replace("conda.yaml", "- conda-forge", "- defaults");
        var before = lab.Hashes();
        await lab.RunAsync("version: 1\ncheck:\n  waive:\n    - rule: MOP1018\n      reason: bought\n      until: 2027-01-01\n", fix: true);
        Assert.Equal(before, lab.Hashes());
    }

    [Fact]
    public async Task What_has_no_version_is_pinned_to_the_one_that_MLmodel_records_in_every_file()
    {
        using var lab = new CheckLab();
        lab.Replace("MLmodel", "mlflow_version: 3.11.2.dev0", "mlflow_version: 3.11.1");
        lab.Replace("requirements.txt", "mlflow==3.11.1", "mlflow # as the server\n");
        lab.Replace("requirements.txt", "scikit-learn==1.4.2", "scikit-learn");
        lab.Replace("conda.yaml", "mlflow==3.11.1", "mlflow");
        lab.Replace("conda.yaml", "scikit-learn==1.4.2", "scikit-learn");
        lab.Replace("conda.yaml", "python=3.13.5", "python");
        Assert.Contains(lab.Check(), finding => finding.Message.Contains("MLmodel records 3.11.1", StringComparison.Ordinal));

        var report = await lab.RunAsync(fix: true);
        Assert.DoesNotContain(report.Diagnostics, finding => finding.Severity != Severity.Info);
        Assert.StartsWith("mlflow==3.11.1 # as the server\n", lab.Read("requirements.txt"), StringComparison.Ordinal);
        Assert.Contains("\n- python=3.13.5\n", lab.Read("conda.yaml"), StringComparison.Ordinal);
        Assert.Contains("\n  - scikit-learn==1.4.2", lab.Read("conda.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- python=3.13.5\n", "", "dependencies:\n- python=3.13.5\n")]
    [InlineData("mlflow==3.11.1", "mlflow", "- mlflow\n")]
    [InlineData("lz4==4.4.0", "lz4", "- lz4\n")]
    public async Task Python_is_named_and_what_no_index_has_or_MLmodel_does_not_record_stays(string old, string replacement, string expected)
    {
        using var lab = new CheckLab();
        lab.Replace("conda.yaml", old, replacement);
        await lab.RunAsync(fix: true);
        Assert.Contains(expected, lab.Read("conda.yaml"), StringComparison.Ordinal);
    }
}
