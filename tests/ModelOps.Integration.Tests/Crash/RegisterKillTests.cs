namespace ModelOps.Integration.Tests.Crash;

public sealed class RegisterKillTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Register_killed_in_between_converges_when_it_is_run_again(bool onServer) => KillScenario.RegisterAsync(onServer);
}
