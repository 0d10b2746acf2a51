using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Rules;
using ModelOps.Core.Verbs;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Configuration;

public sealed class ConfigurationLoaderTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private string File => _directory.File("modelops.yml");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_sample_loads()
    {
        var configuration = ConfigurationLoader.Load(Path.Combine(TestFiles.Root, "samples", "diabetes", "modelops.yml"));

        Assert.Equal(["dev", "staging", "prod"], configuration.Environments.Keys);
        Assert.Equal("champion", configuration.Branches[1].Alias.Value);
        Assert.Equal("diabetes", Assert.Single(configuration.Models).Name);
    }

    [Fact]
    public void Environments_keep_their_order()
    {
        var names = new[] { "zeta", "alpha", "mid", "beta", "omega", "0", "a1" };
        var configuration = Load("version: 1\nenvironments:\n" + string.Concat(names.Select(name => $"  {name}: {{tracking_uri: 'sqlite:///{name}.db'}}\n")));

        Assert.Equal(names, configuration.Environments.Keys);
    }

    [Fact]
    public void All_problems_are_reported_with_their_places() => Assert.Equal(
        [
            "(1,10) MOP0103: Expected a whole number, 0 or more, found 'one'.",
            "(2,1) MOP0102: Unknown key 'modles'. Did you mean 'models'?",
            "(5,5) MOP0102: Unknown key 'traking_uri'. Did you mean 'tracking_uri'?",
            "(5,5) MOP0104: The key 'tracking_uri' is missing.",
            "(6,7) MOP0103: Expected keys and values, found nothing.",
            "(7,11) MOP0103: Expected a list, found 'main'.",
            "(9,16) MOP0103: Expected a whole number, 0 or more, found '-5'.",
            "(10,13) MOP0103: Expected a list, found keys and values.",
        ],
        Problems(
            "version: one\nmodles: []\nenvironments:\n  dev:\n    traking_uri: x\n  bad:\nbranches: main\n"
            + "check:\n  max_size_mb: -5\n  channels: {a: b}\n"));

    [Theory]
    [InlineData("version: 2\n", "(1,1) MOP0103: version is 2; this toolkit reads version 1.")]
    [InlineData("models: []\n", "(1,1) MOP0104: The key 'version' is missing.")]
    [InlineData("- a\n", "(1,1) MOP0103: Expected keys and values, found a list.")]
    [InlineData("", "(1,1) MOP0101: The file is empty.")]
    [InlineData("version: 1\n? [a]\n: b\n", "(2,3) MOP0101: A key must be plain text")]
    [InlineData("version: 1\nenvironments:\n  ? [a]\n  : {tracking_uri: x}\n", "(3,5) MOP0101: A key must be plain text")]
    [InlineData("version: 1\nmodels: [{name: 'a/b', path: p}]\n", "(2,1) MOP0103: 'a/b' cannot name a model")]
    [InlineData("version: 1\nmodels: [{name: a, path: ~}]\n", "(2,26) MOP0103: Expected text, found nothing.")]
    [InlineData("version: 1\nenvironments: {prod: {tracking_uri: x}}\nbranches: [{match: main, environment: prd}]\n",
        "(3,1) MOP0105: Branch rule 'main' names the environment 'prd'. Did you mean 'prod'?")]
    [InlineData("version: 1\ndefaults: {regster: {}}\n", "(2,1) MOP0102: There is no verb 'regster'. Did you mean 'register'?")]
    [InlineData("version: 1\ndefaults: {register: {aliass: a}}\n", "(2,1) MOP0102: 'register' has no input 'aliass'. Did you mean 'alias'?")]
    [InlineData("version: 1\ncheck: {waive: [{rule: MOP1001, reason: r, until: 01.02.2027}]}\n", "(2,51) MOP0103: Expected a date, YYYY-MM-DD, found '01.02.2027'.")]
    [InlineData("version: 1\nbranches: [{match: a, environment: b, alias: latest}]\n", "(2,46) MOP0103: Expected an alias of ASCII letters")]
    public void A_problem_is_named_with_its_place(string yaml, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Problems(yaml)), StringComparison.Ordinal);

    [Theory]
    [InlineData("version: 1\nversion: 1\n")]
    [InlineData("version: 1\n---\nversion: 1\n")]
    [InlineData("version: 1\n<<: {models: []}\n")]
    [InlineData("version: !!python/object 1\n")]
    [InlineData("version: [1\n")]
    public void What_two_readers_can_read_differently_is_refused(string yaml) =>
        Assert.Contains("MOP0101", Assert.Single(Problems(yaml)), StringComparison.Ordinal);

    [Fact]
    public void The_nearest_file_upwards_counts_up_to_the_root_of_the_repository()
    {
        System.IO.File.WriteAllText(File, "version: 1\n");
        var inner = Directory.CreateDirectory(_directory.File("a/b")).FullName;
        var verb = VerbCatalog.All[0];

        Assert.Equal(File, ConfigurationLocator.Find([], verb, inner));
        Directory.CreateDirectory(_directory.File("a/.git"));
        Assert.Null(ConfigurationLocator.Find([], verb, inner));
    }

    private ToolkitConfiguration Load(string yaml)
    {
        System.IO.File.WriteAllText(File, yaml);
        return ConfigurationLoader.Load(File);
    }

    private string[] Problems(string yaml)
    {
        var failure = Assert.Throws<ModelOpsException>(() => Load(yaml));
        Assert.Equal(ExitCode.BadInput, failure.ExitCode);
        Assert.All(failure.Diagnostics, diagnostic => Assert.Equal(File, diagnostic.Span!.File));
        return [.. failure.Diagnostics.Select(diagnostic => $"({diagnostic.Span!.Line},{diagnostic.Span.Column}) {diagnostic.Code}: {diagnostic.Message}")];
    }
}
