namespace ModelOps.Sandbox.Tests.Registry.Versions;

public sealed class VersionTests
{
    [Fact]
    public async Task The_number_of_a_deleted_version_is_not_given_again()
    {
        await using var lab = await StartAsync();
        await lab.CreateVersionAsync("churn");
        await lab.CreateVersionAsync("churn");

        await RegistryLab.OkAsync(lab.SendAsync(HttpMethod.Delete, "model-versions/delete", new { name = "churn", version = "2" }));

        Assert.Equal("3", await lab.CreateVersionAsync("churn"));
    }

    [Fact]
    public async Task A_copy_has_the_files_of_the_version_that_it_was_made_of()
    {
        await using var lab = await StartAsync();
        await lab.CreateModelAsync("prod");
        await lab.CreateVersionAsync("churn", "s3://bucket/path/model");

        await lab.CreateVersionAsync("prod", "models:/churn/1");

        var copy = await RegistryLab.OkAsync(lab.GetAsync("model-versions/get-download-uri?name=prod&version=1"));
        Assert.Equal("s3://bucket/path/model", copy.GetProperty("artifact_uri").GetString());
    }

    [Fact]
    public async Task A_copy_of_a_copy_still_has_the_first_files()
    {
        await using var lab = await StartAsync();
        await lab.CreateVersionAsync("churn", "s3://bucket/path/model");
        await lab.CreateVersionAsync("churn", "models:/churn/1");

        await lab.CreateVersionAsync("churn", "models:/churn/2");

        var copy = await RegistryLab.OkAsync(lab.GetAsync("model-versions/get-download-uri?name=churn&version=3"));
        Assert.Equal("s3://bucket/path/model", copy.GetProperty("artifact_uri").GetString());
    }

    [Theory]
    [InlineData("models:/churn/9")]
    [InlineData("models:/nobody/1")]
    [InlineData("models:/churn@champion")]
    [InlineData("models:/churn/latest")]
    [InlineData("models:/m-00000000000000000000000000000000")]
    [InlineData("models:/churn/1/2")]
    public async Task A_copy_of_what_is_not_there_makes_no_version(string source)
    {
        await using var lab = await StartAsync();
        await lab.CreateVersionAsync("churn");

        var (status, body) = await lab.PostAsync("model-versions/create", new { name = "churn", source });

        Assert.Equal(500, status);
        Assert.Equal("INTERNAL_ERROR", body.GetProperty("error_code").GetString());
        Assert.Equal("2", await lab.CreateVersionAsync("churn"));
    }

    [Fact]
    public async Task A_version_of_a_logged_model_that_is_not_there_does_not_stay()
    {
        await using var lab = await StartAsync();

        var (status, _) = await lab.PostAsync(
            "model-versions/create", new { name = "churn", source = "s3://b/m", run_id = "5c54e4a41f314d5189f3d78313d275e3", model_id = "m-0" });

        Assert.Equal(404, status);
        Assert.Equal("1", await lab.CreateVersionAsync("churn"));
    }

    [Fact]
    public async Task Only_the_others_of_the_same_stage_and_model_are_archived()
    {
        await using var lab = await StartAsync();
        await lab.CreateModelAsync("other");
        await lab.CreateVersionAsync("other");
        for (var number = 0; number < 3; number++)
        {
            await lab.CreateVersionAsync("churn");
        }

        await SetStageAsync(lab, "other", "1", "Production");
        await SetStageAsync(lab, "churn", "1", "Production");
        await SetStageAsync(lab, "churn", "2", "Staging");

        await SetStageAsync(lab, "churn", "3", "production", archives: true);

        Assert.Equal("Production", await StageAsync(lab, "other", "1"));
        Assert.Equal("Archived", await StageAsync(lab, "churn", "1"));
        Assert.Equal("Staging", await StageAsync(lab, "churn", "2"));
        Assert.Equal("Production", await StageAsync(lab, "churn", "3"));
    }

    [Fact]
    public async Task Nothing_is_archived_for_a_version_that_is_not_there()
    {
        await using var lab = await StartAsync();
        await lab.CreateVersionAsync("churn");
        await SetStageAsync(lab, "churn", "1", "Production");

        var (status, _) = await lab.PostAsync(
            "model-versions/transition-stage", new { name = "churn", version = "7", stage = "Production", archive_existing_versions = true });

        Assert.Equal(404, status);
        Assert.Equal("Production", await StageAsync(lab, "churn", "1"));
    }

    private static async Task<RegistryLab> StartAsync()
    {
        var lab = await RegistryLab.StartAsync();
        await lab.CreateModelAsync("churn");
        return lab;
    }

    private static Task SetStageAsync(RegistryLab lab, string name, string version, string stage, bool archives = false) => RegistryLab.OkAsync(
        lab.PostAsync("model-versions/transition-stage", new { name, version, stage, archive_existing_versions = archives }));

    private static async Task<string?> StageAsync(RegistryLab lab, string name, string version)
    {
        var answer = await RegistryLab.OkAsync(lab.GetAsync($"model-versions/get?name={name}&version={version}"));
        return answer.GetProperty("model_version").GetProperty("current_stage").GetString();
    }
}
