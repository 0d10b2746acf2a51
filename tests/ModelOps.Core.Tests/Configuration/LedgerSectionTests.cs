using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Rules;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Configuration;

public sealed class LedgerSectionTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("", "modelops/{model}")]
    [InlineData("ledger: {}", "modelops/{model}")]
    [InlineData("ledger: {experiment: '/Shared/ledgers/{model}'}", "/Shared/ledgers/{model}")]
    [InlineData("ledger: {experiment: '{model} of {model}'}", "{model} of {model}")]
    public void An_environment_says_where_its_ledgers_are(string ledger, string experiment) =>
        Assert.Equal(experiment, ConfigurationLoader.Load(Write(ledger)).Environments["dev"].Ledger.Experiment);

    [Theory]
    [InlineData("{experiment: team/ledgers/}", "(5,26) MOP0103", "Did you mean 'team/ledgers/{model}'?")]
    [InlineData("{experiment: 'team/{modle}'}", "(5,26) MOP0103", "Did you mean 'team/{model}'?")]
    [InlineData("{experiment: 'team/{model}/{run}'}", "(5,26) MOP0103", "{run} has no value")]
    [InlineData("{experiment: '{model}'}", "(5,26) MOP0103", "Did you mean 'modelops/{model}'?")]
    [InlineData("{experiment: ' {model}/x'}", "(5,26) MOP0103", "cannot name an experiment")]
    [InlineData("{experiment: \"{model}/\\u0007\"}", "(5,26) MOP0103", "cannot name an experiment")]
    [InlineData("{experimnt: 'a/{model}'}", "(5,14) MOP0102", "Did you mean 'experiment'?")]
    public void What_cannot_be_the_place_of_a_ledger_is_said_with_its_place(string ledger, string expected, string hint)
    {
        var failure = Assert.Throws<ModelOpsException>(() => ConfigurationLoader.Load(Write("ledger: " + ledger)));
        var problem = Assert.Single(failure.Diagnostics);
        Assert.Equal(expected, $"({problem.Span!.Line},{problem.Span.Column}) {problem.Code}");
        Assert.Contains(hint, problem.Message, StringComparison.Ordinal);
    }

    private string Write(string ledger)
    {
        var file = _directory.File("modelops.yml");
        File.WriteAllText(file, $"version: 1\nenvironments:\n  dev:\n    tracking_uri: sqlite:///dev.db\n    {ledger}\n");
        return file;
    }
}
