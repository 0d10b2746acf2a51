using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Registry;

/// <summary>The toolkit's client finds what it has registered, whatever a filter or a URL would read in the name.</summary>
public sealed class ClientNamesTests
{
    [Fact]
    public async Task Versions_of_a_name_of_any_characters_are_found_and_no_others()
    {
        await using var lab = await SandboxLab.StartAsync();
        await using var catalog = await TestCatalogs.OpenAsync(lab.Uri, lab.Root);
        var experiment = await catalog.Tracking.EnsureExperimentAsync("modelops/'\"%#?&+", CancellationToken.None);
        var run = await catalog.Tracking.CreateRunAsync(new RunDraft(experiment, "r", DateTimeOffset.UnixEpoch, []), CancellationToken.None);
        await using var content = DirectoryContent.Open(TestFiles.Model("3.x-diabetes-regressor"));
        string[] names =
        [
            "both ' and \"", "both _ and _", "both x and x", "team's model", "back\\slash", "per%cent_1", "perXcent_1", "a#b?c&d+e%2f=f", "客户流失", "previsão", "previsa\u0303o",
            "x;y", "x -- y", "`tick`", "a@champion", "a..b", "AND name = 'x'",
        ];
        foreach (var name in names.Select(ModelName.Parse))
        {
            await catalog.Registry.EnsureModelAsync(name, "", CancellationToken.None);
            var draft = new VersionDraft { Model = name, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = [new("k", "it's")] };
            Assert.Equal(1, (await catalog.Registry.AddVersionAsync(draft, content, CancellationToken.None)).Version.Version);
        }

        foreach (var name in names.Select(ModelName.Parse))
        {
            foreach (var tag in new Tag?[] { null, new("k", "it's") })
            {
                var version = Assert.Single(await catalog.Registry.ListVersionsAsync(name, tag, CancellationToken.None).ToListAsync());
                Assert.Equal(name.Value, version.Model.Value);
            }

            Assert.Equal(name.Value, (await catalog.Registry.FindModelAsync(name, CancellationToken.None))!.Name.Value);
            Assert.Contains(name.Value, (await catalog.Registry.SearchModelsAsync(new() { NamePrefix = name.Value }, CancellationToken.None).ToListAsync()).Select(found => found.Value));
        }

        Assert.Equal(names.Order(StringComparer.Ordinal), (await catalog.Registry.ListModelsAsync(CancellationToken.None).ToListAsync()).Select(model => model.Name.Value).Order(StringComparer.Ordinal));
    }
}
