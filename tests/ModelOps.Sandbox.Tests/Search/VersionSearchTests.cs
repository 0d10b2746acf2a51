using System.Text.Json;
using ModelOps.Core.Launching;
using ModelOps.Sandbox.Tests.Registry;

namespace ModelOps.Sandbox.Tests.Search;

public sealed class VersionSearchTests
{
    private static readonly string[] Names = ["Churn", "churn", "ch_rn", "chXrn", "100%", "a*b", "a?b", "[a]b", "größe", "GRÖSSE", "it's"];

    [Theory]
    [InlineData("name LIKE 'ch_rn'", "churn", "ch_rn", "chXrn")]
    [InlineData("name LIKE 'ch%'", "churn", "ch_rn", "chXrn")]
    [InlineData("name ILIKE 'CHURN'", "Churn", "churn")]
    [InlineData("name LIKE 'a*b'", "a*b")]
    [InlineData("name LIKE 'a?b'", "a?b")]
    [InlineData("name LIKE '[a]b'", "[a]b")]
    [InlineData("name LIKE '[a-z]%'")]
    [InlineData("name LIKE 'gr_ße'", "größe")]
    [InlineData("name LIKE '%%'", "Churn", "churn", "ch_rn", "chXrn", "100%", "a*b", "a?b", "[a]b", "größe", "GRÖSSE", "it's")]
    [InlineData("name = 'churn'", "churn")]
    [InlineData("name = 'CHURN'")]
    [InlineData("name = \"it's\"", "it's")]
    [InlineData("name != 'churn' AND name ILIKE 'churn'", "Churn")]
    public async Task Names_are_compared(string filter, params string[] expected)
    {
        await using var lab = await RegistryLab.StartAsync();
        foreach (var name in Names)
        {
            await lab.CreateModelAsync(name);
            await lab.CreateVersionAsync(name);
        }

        var versions = await SearchAsync(lab, "model-versions", "model_versions", filter);
        var models = await SearchAsync(lab, "registered-models", "registered_models", filter);

        Assert.Equal(expected.Order(StringComparer.Ordinal), versions.Select(NameOf).Order(StringComparer.Ordinal));
        Assert.Equal(expected.Order(StringComparer.Ordinal), models.Select(NameOf).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("version_number > 9", 10, 11, 12)]
    [InlineData("version_number >= 11", 11, 12)]
    [InlineData("version_number < 2", 1)]
    [InlineData("version_number = 10", 10)]
    [InlineData("version_number != 1 AND version_number <= 3", 2, 3)]
    [InlineData("version_number > 11.5", 12)]
    public async Task Numbers_are_compared_as_numbers(string filter, params int[] expected)
    {
        await using var lab = await StartAsync(versions: 12);

        var versions = await SearchAsync(lab, "model-versions", "model_versions", $"name = 'm' AND {filter}");

        Assert.Equal(expected.Select(number => $"{number}").Order(StringComparer.Ordinal), versions.Select(NumberOf).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(7, false)]
    [InlineData(40, false)]
    [InlineData(7, true)]
    public async Task Pages_together_have_every_version_once_in_the_order_of_all_with_and_without_indexes_of_our_own(int size, bool isKept)
    {
        using var directory = new TempDirectory();
        var options = new SandboxOptions { StoreFile = isKept ? directory.File("mlflow.db") : null };
        await using var lab = await StartAsync(versions: 20, options);
        foreach (var filter in (string[])["", "name = 'm'", "name LIKE '%'"])
        {
            var all = await SearchAsync(lab, "model-versions", "model_versions", filter);
            var paged = new List<string>();
            var token = "";
            do
            {
                var page = await PageAsync(lab, "model-versions", filter, size, token);
                paged.AddRange(Items(page, "model_versions").Select(Identity));
                token = page.TryGetProperty("next_page_token", out var next) ? next.GetString()! : "";
            }
            while (token.Length > 0);

            Assert.Equal(all.Select(Identity), paged);
            Assert.Equal(paged.Count, paged.Distinct().Count());
            Assert.Equal(filter == "name = 'm'" ? 20 : 40, paged.Count);
        }
    }

    [Fact]
    public async Task Versions_of_the_same_time_come_by_name_and_the_newest_first()
    {
        await using var lab = await StartAsync(versions: 3, time: new FixedTime());

        var versions = await SearchAsync(lab, "model-versions", "model_versions", "");

        Assert.Equal(["m/3", "m/2", "m/1", "n/3", "n/2", "n/1"], versions.Select(Identity));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_model_shows_the_newest_version_of_every_stage_that_has_one(bool isKept)
    {
        using var directory = new TempDirectory();
        await using var lab = await StartAsync(versions: 6, new SandboxOptions { StoreFile = isKept ? directory.File("mlflow.db") : null });
        await MoveAsync(lab, "1", "Production");
        await MoveAsync(lab, "2", "Staging");
        await MoveAsync(lab, "3", "Production");
        await RegistryLab.OkAsync(lab.SendAsync(HttpMethod.Delete, "model-versions/delete", new { name = "m", version = "6" }));

        var model = (await RegistryLab.OkAsync(lab.GetAsync("registered-models/get?name=m"))).GetProperty("registered_model");
        var found = await SearchAsync(lab, "registered-models", "registered_models", "name = 'm'");

        Assert.Equal(["Production/3", "Staging/2", "None/5"], model.GetProperty("latest_versions").EnumerateArray().Select(StageOf));
        Assert.Equal(["None/5", "Production/3", "Staging/2"], found[0].GetProperty("latest_versions").EnumerateArray().Select(StageOf));
    }

    private static async Task<RegistryLab> StartAsync(int versions, SandboxOptions? options = null, TimeProvider? time = null)
    {
        var lab = await RegistryLab.StartAsync(options, time);
        foreach (var name in (string[])["m", "n"])
        {
            await lab.CreateModelAsync(name);
            for (var version = 0; version < versions; version++)
            {
                await lab.CreateVersionAsync(name);
            }
        }

        return lab;
    }

    private static Task<JsonElement> MoveAsync(RegistryLab lab, string version, string stage) =>
        RegistryLab.OkAsync(lab.PostAsync("model-versions/transition-stage", new { name = "m", version, stage }));

    private static Task<JsonElement> PageAsync(RegistryLab lab, string call, string filter, int size, string token) =>
        RegistryLab.OkAsync(lab.GetAsync(
            $"{call}/search?max_results={size}&filter={Uri.EscapeDataString(filter)}&page_token={Uri.EscapeDataString(token)}"));

    private static async Task<List<JsonElement>> SearchAsync(RegistryLab lab, string call, string list, string filter) =>
        Items(await PageAsync(lab, call, filter, size: 1000, token: ""), list);

    private static List<JsonElement> Items(JsonElement page, string list) =>
        page.TryGetProperty(list, out var items) ? [.. items.EnumerateArray()] : [];

    private static string NameOf(JsonElement item) => item.GetProperty("name").GetString()!;

    private static string NumberOf(JsonElement version) => version.GetProperty("version").GetString()!;

    private static string Identity(JsonElement version) => $"{NameOf(version)}/{NumberOf(version)}";

    private static string StageOf(JsonElement version) => $"{version.GetProperty("current_stage").GetString()}/{NumberOf(version)}";

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddDays(20_000);
    }
}
