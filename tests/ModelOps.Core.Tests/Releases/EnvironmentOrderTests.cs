using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Tests.Releases;

/// <summary>The order of the environments: dev, staging, prod.</summary>
public sealed class EnvironmentOrderTests : IDisposable
{
    private readonly CiLab _ci = new(hasPolicy: false);

    public void Dispose() => _ci.Dispose();

    [Fact]
    public async Task A_promotion_that_leaves_out_an_environment_is_warned_of_and_refused_where_the_order_is_strict()
    {
        await _ci.RegisterAsync();
        var dry = await _ci.PromoteAsync("prod", ("From", "dev"), ("DryRun", "true"));
        Assert.Equal((ExitCode.Ok, "MOP3036"), (dry.ExitCode, Assert.Single(CiLab.Codes(dry))));
        Assert.Contains("leaves out staging", dry.Diagnostics[0].Message, StringComparison.Ordinal);

        MakeStrict();
        var refused = await _ci.PromoteAsync("prod", ("From", "dev"));
        Assert.Equal((ExitCode.GateFailed, "MOP3035"), (refused.ExitCode, Assert.Single(CiLab.Codes(refused))));
        Assert.Contains("'prod' takes what 'staging' has", refused.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strict_order_takes_steps_and_moves_in_one_environment_and_no_way_back()
    {
        await _ci.RegisterAsync();
        MakeStrict();

        Assert.Empty(CiLab.Codes(await _ci.PromoteAsync("staging", ("From", "dev"))));
        Assert.Empty(CiLab.Codes(await _ci.PromoteAsync("prod", ("From", "staging"), ("Alias", "candidate"))));
        Assert.Empty(CiLab.Codes(await _ci.PromoteAsync("prod", ("From", "prod"))));
        Assert.Equal(["MOP3035"], CiLab.Codes(await _ci.PromoteAsync("staging", ("From", "prod"))));
    }

    private void MakeStrict()
    {
        File.AppendAllText(_ci.ConfigurationFile, "\npromotion: {order: strict}\n");
        _ci.Release.Git.Commit("strict");
        _ci.Push();
    }
}
