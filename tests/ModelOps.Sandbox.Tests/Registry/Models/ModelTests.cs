namespace ModelOps.Sandbox.Tests.Registry.Models;

public sealed class ModelTests
{
    [Fact]
    public async Task Versions_tags_and_aliases_follow_a_model_to_its_new_name()
    {
        await using var lab = await RegistryLab.StartAsync();
        await lab.CreateModelAsync("churn", ("team", "risk"));
        await lab.CreateVersionAsync("churn");
        await lab.PostAsync("model-versions/set-tag", new { name = "churn", version = "1", key = "sha", value = "abc" });
        await lab.SetAliasAsync("churn", "champion", "1");

        await RegistryLab.OkAsync(lab.PostAsync("registered-models/rename", new { name = "churn", new_name = "attrition" }));

        var found = (await RegistryLab.OkAsync(lab.GetAsync("registered-models/alias?name=attrition&alias=champion"))).GetProperty("model_version");
        Assert.Equal("attrition", found.GetProperty("name").GetString());
        Assert.Equal("abc", found.GetProperty("tags")[0].GetProperty("value").GetString());
        var model = (await RegistryLab.OkAsync(lab.GetAsync("registered-models/get?name=attrition"))).GetProperty("registered_model");
        Assert.Equal("risk", model.GetProperty("tags")[0].GetProperty("value").GetString());
        Assert.Equal(404, (await lab.GetAsync("registered-models/get?name=churn")).Status);
    }

    [Fact]
    public async Task A_model_keeps_its_name_when_the_new_one_is_taken()
    {
        await using var lab = await RegistryLab.StartAsync();
        await lab.CreateModelAsync("churn");
        await lab.CreateModelAsync("attrition");

        var (status, body) = await lab.PostAsync("registered-models/rename", new { name = "churn", new_name = "attrition" });

        Assert.Equal(400, status);
        Assert.Equal("RESOURCE_ALREADY_EXISTS", body.GetProperty("error_code").GetString());
        Assert.Equal(200, (await lab.GetAsync("registered-models/get?name=churn")).Status);
    }

    [Fact]
    public async Task A_model_made_again_under_the_name_of_a_deleted_one_has_nothing_of_it()
    {
        await using var lab = await RegistryLab.StartAsync();
        await lab.CreateModelAsync("churn", ("team", "risk"));
        await lab.CreateVersionAsync("churn");
        await lab.SetAliasAsync("churn", "champion", "1");
        await RegistryLab.OkAsync(lab.SendAsync(HttpMethod.Delete, "registered-models/delete", new { name = "churn" }));

        await lab.CreateModelAsync("churn");

        var model = (await RegistryLab.OkAsync(lab.GetAsync("registered-models/get?name=churn"))).GetProperty("registered_model");
        Assert.False(model.TryGetProperty("tags", out _) || model.TryGetProperty("aliases", out _) || model.TryGetProperty("latest_versions", out _));
        Assert.Equal("1", await lab.CreateVersionAsync("churn"));
    }

    [Fact]
    public async Task A_model_cannot_have_the_name_of_a_prompt()
    {
        await using var lab = await RegistryLab.StartAsync();
        await lab.CreateModelAsync("greeting", ("mlflow.prompt.is_prompt", "true"));

        var (status, body) = await lab.PostAsync("registered-models/create", new { name = "greeting" });

        Assert.Equal(400, status);
        Assert.Contains("already taken by a prompt", body.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_that_is_set_again_keeps_its_place()
    {
        await using var lab = await RegistryLab.StartAsync();
        await lab.CreateModelAsync("churn", ("z", "1"), ("a", "2"));

        await lab.PostAsync("registered-models/set-tag", new { name = "churn", key = "z", value = "3" });

        var model = (await RegistryLab.OkAsync(lab.GetAsync("registered-models/get?name=churn"))).GetProperty("registered_model");
        Assert.Equal(["z=3", "a=2"], model.GetProperty("tags").EnumerateArray().Select(tag => $"{tag.GetProperty("key")}={tag.GetProperty("value")}"));
    }

    [Theory]
    [InlineData("..", "..")]
    [InlineData(".", ".")]
    public async Task A_name_that_is_a_way_in_a_directory_is_refused(string name, string normal)
    {
        await using var lab = await RegistryLab.StartAsync();

        var (status, body) = await lab.PostAsync("registered-models/create", new { name });

        Assert.Equal(400, status);
        Assert.EndsWith($"This name would resolve to '{normal}'", body.GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}
