using System.Runtime.Versioning;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Verbs;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Configuration;

public sealed class ConfigurationLocatorTests : IDisposable
{
    private const UnixFileMode Everyone = (UnixFileMode)0b111_111_111;

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_nearest_file_above_is_taken()
    {
        Write("");

        Assert.Equal(_directory.File("modelops.yml"), Find());
    }

    [Fact]
    public void The_root_of_a_repository_ends_the_search()
    {
        Write("");
        Directory.CreateDirectory(_directory.File("job/.git"));

        Assert.Null(Find());
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_where_every_user_may_put_one_is_refused_unless_it_is_named()
    {
        Write("");
        File.SetUnixFileMode(_directory.Path, Everyone | UnixFileMode.StickyBit);

        Assert.Equal("MOP0108", Assert.Single(Assert.Throws<ModelOpsException>(() => Find()).Diagnostics).Code);
        Assert.Equal(_directory.File("modelops.yml"), Find(("Config", "../modelops.yml")));
    }

    private void Write(string text)
    {
        Directory.CreateDirectory(_directory.File("job"));
        File.WriteAllText(_directory.File("modelops.yml"), text);
    }

    private string? Find(params (string Name, string Value)[] arguments)
    {
        var source = new ArgumentSource(arguments.ToDictionary(pair => pair.Name, pair => (IReadOnlyList<string>)[pair.Value]));
        return ConfigurationLocator.Find([source], VerbCatalog.All[0], _directory.File("job"));
    }
}
