using ModelOps.Core.Running;

namespace ModelOps.Cli.Tests;

internal sealed class EchoVerb(Action<EchoSettings> receive) : IVerb<EchoSettings, EchoResult>
{
    public Task<VerbOutcome<EchoResult>> RunAsync(EchoSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        receive(settings);
        var since = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));
        return Task.FromResult(new VerbOutcome<EchoResult>(
            new() { Text = settings.Text, Steps = ["one", "two"], Rows = [new("a row", since), new("a##[b]c", since)] }));
    }
}
