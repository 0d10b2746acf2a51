using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.PoorBackend.Tests.Adapter;
using ModelOps.PoorBackend.Tests.Server;
using ModelOps.Testing;

namespace ModelOps.PoorBackend.Tests;

public sealed class PropertyCodecTests
{
    [Fact]
    public void Every_short_alias_comes_back_as_it_was_and_no_two_are_one_property()
    {
        const string Letters = "_-hA";
        string[] all = [""];
        var aliases = Enumerable.Range(0, 5).SelectMany(_ => all = [.. all.SelectMany(start => Letters.Select(letter => start + letter))])
            .Select(AliasName.Parse).ToArray();

        foreach (var alias in aliases)
        {
            var key = PropertyCodec.KeyOf(alias);
            Assert.DoesNotContain(key, PropertyCodec.RefusedInKeys.Contains);
            Assert.True(PropertyCodec.TryReadAlias(key, out var read));
            Assert.Equal(alias, read);
        }

        Assert.Equal(aliases.Length, aliases.Select(PropertyCodec.KeyOf).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("modelops_key")]
    [InlineData("alias_champion")]
    [InlineData("run_id")]
    [InlineData("modelops.a-b")]
    [InlineData("modelops.a.b")]
    [InlineData("a.b")]
    public void A_key_that_would_come_back_as_another_is_refused(string key)
    {
        var failure = Assert.Throws<ModelOpsException>(() => PropertyCodec.Encode([new("fine", "1"), new(key, "v")]));

        Assert.Equal((ExitCode.BadInput, "MOP2010"), (failure.ExitCode, Assert.Single(failure.Diagnostics).Code));
        Assert.Contains($"'{key}'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_that_cannot_be_kept_is_refused_before_the_first_request()
    {
        await using var server = await PoorServer.StartAsync();
        using var client = new PoorClient(server.Url, new ServerTokens(server.Tokens), new() { Environment = new TestEnvironment(), Time = server.Time });
        var (registry, model) = (new PoorRegistry(client), ModelName.Parse("a.b.c"));
        var tooLong = new Tag("long", new string('x', PropertyCodec.LongestValue + 1));

        await Assert.ThrowsAsync<ModelOpsException>(() => registry.EnsureModelAsync(model, "", [tooLong], CancellationToken.None));
        await Assert.ThrowsAsync<ModelOpsException>(() => registry.SetModelTagAsync(model, new("a/b", "v"), CancellationToken.None));
        await Assert.ThrowsAsync<ModelOpsException>(() => registry.SetVersionTagAsync(model, 1, tooLong, CancellationToken.None));
        await Assert.ThrowsAsync<ModelOpsException>(() => registry.EnsureModelAsync(ModelName.Parse("two.levels"), "", [], CancellationToken.None));

        Assert.Empty(server.Requests);
    }
}
