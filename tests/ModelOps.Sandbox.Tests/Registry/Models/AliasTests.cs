using System.Text.Json;
using ModelOps.Core.Launching;

namespace ModelOps.Sandbox.Tests.Registry.Models;

public sealed class AliasTests
{
    [Fact]
    public async Task Two_spellings_of_an_alias_are_two_aliases()
    {
        await using var lab = await StartAsync(versions: 2);

        await lab.SetAliasAsync("churn", "champion", "1");
        await lab.SetAliasAsync("churn", "Champion", "2");

        Assert.Equal("1", await FollowAsync(lab, "champion"));
        Assert.Equal("2", await FollowAsync(lab, "Champion"));
    }

    [Fact]
    public async Task A_deleted_version_leaves_its_alias_behind_which_then_leads_nowhere_until_it_is_moved()
    {
        await using var lab = await StartAsync(versions: 2);
        await lab.SetAliasAsync("churn", "champion", "2");

        await RegistryLab.OkAsync(lab.SendAsync(HttpMethod.Delete, "model-versions/delete", new { name = "churn", version = "2" }));

        var (status, body) = await lab.GetAsync("registered-models/alias?name=churn&alias=champion");
        Assert.Equal(404, status);
        Assert.Equal("Model Version (name=churn, version=2) not found", body.GetProperty("message").GetString());
        await lab.SetAliasAsync("churn", "champion", "1");
        Assert.Equal("1", await FollowAsync(lab, "champion"));
    }

    [Fact]
    public async Task An_alias_that_many_move_at_once_ends_at_a_version_that_one_of_them_named()
    {
        await using var lab = await StartAsync(versions: 8);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 160),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (number, _) => await lab.SetAliasAsync("churn", "champion", $"{(number % 4) + 3}"));

        Assert.InRange(int.Parse(await FollowAsync(lab, "champion"), System.Globalization.CultureInfo.InvariantCulture), 3, 6);
        var model = await RegistryLab.OkAsync(lab.GetAsync("registered-models/get?name=churn"));
        Assert.Single(model.GetProperty("registered_model").GetProperty("aliases").EnumerateArray());
    }

    [Theory]
    [InlineData("a\n")]
    [InlineData("../x")]
    [InlineData("a\u0000b")]
    [InlineData("a;b")]
    public async Task An_alias_with_other_characters_is_refused(string alias)
    {
        await using var lab = await StartAsync(versions: 1);

        var (status, body) = await lab.PostAsync("registered-models/alias", new { name = "churn", alias, version = "1" });

        Assert.Equal(400, status);
        Assert.StartsWith("Invalid alias name", body.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Latest_is_the_newest_version_where_there_are_no_stages()
    {
        await using var lab = await StartAsync(versions: 3);

        Assert.Equal("3", await FollowAsync(lab, "LATEST"));
    }

    [Fact]
    public async Task Version_2_does_not_know_the_alias_latest()
    {
        await using var lab = await StartAsync(versions: 1, release: "2.22");

        var (status, _) = await lab.GetAsync("registered-models/alias?name=churn&alias=latest");

        Assert.Equal(400, status);
    }

    private static async Task<RegistryLab> StartAsync(int versions, string release = "3.11")
    {
        var lab = await RegistryLab.StartAsync(new SandboxOptions { BehavesLike = release });
        await lab.CreateModelAsync("churn");
        for (var number = 0; number < versions; number++)
        {
            await lab.CreateVersionAsync("churn");
        }

        return lab;
    }

    private static async Task<string> FollowAsync(RegistryLab lab, string alias)
    {
        JsonElement answer = await RegistryLab.OkAsync(lab.GetAsync($"registered-models/alias?name=churn&alias={alias}"));
        return answer.GetProperty("model_version").GetProperty("version").GetString()!;
    }
}
