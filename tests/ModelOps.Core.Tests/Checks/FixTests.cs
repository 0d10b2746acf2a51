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
        Assert.Equal(repaired == 1 ? ExitCode.Ok : ExitCode.GateFailed, report.ExitCode);

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
}
