namespace ModelOps.Integration.Tests.Crash;

public sealed class PromoteKillTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Promote_killed_in_between_converges_when_it_is_run_again(bool onServer) => KillScenario.PromoteAsync(onServer);
}
