using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using Xunit;

namespace ModelOps.Testing.Contracts;

public abstract partial class RegistryContract
{
    [Fact]
    public async Task What_a_cut_run_left_is_no_obstacle_to_the_next_one()
    {
        var model = await NewModelAsync();
        var cut = await DraftAsync(model, Unique1.Tag) with { Unique = Unique1 };
        await Assert.ThrowsAsync<ModelOpsException>(() => Registry.AddVersionAsync(cut, ContractContent.Cut(), CancellationToken.None));

        var version = (await AddUniqueAsync(model)).Version;
        if (version.Status == VersionStatus.Pending)
        {
            Assert.True(Traits.FinishesVersions);
            version = await Registry.FinishVersionAsync(version, ContractContent.Small("whole"), CancellationToken.None);
        }
        else
        {
            version = await Registry.FindVersionAsync(model, version.Version, CancellationToken.None);
        }

        Assert.Equal(VersionStatus.Ready, version!.Status);
        Assert.Equal(Unique1.Tag.Value, version.Tags[Unique1.Tag.Key]);
        Assert.Equal(version.Version, Unique1.Choose(await ListAsync(model, Unique1.Tag))!.Version);
        await using var content = await Registry.OpenContentAsync(version, CancellationToken.None);
        Assert.Equal(["MLmodel"], content.Files.Select(file => file.Path));
    }

    [Fact]
    public async Task A_version_that_another_run_has_finished_already_stays_ready()
    {
        var model = await NewModelAsync();
        var version = await AddAsync(model);
        if (!Traits.FinishesVersions)
        {
            await Assert.ThrowsAsync<NotSupportedException>(() => Registry.FinishVersionAsync(version, ContractContent.Small(), CancellationToken.None));
            return;
        }

        var finished = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => Registry.FinishVersionAsync(version with { Status = VersionStatus.Pending }, ContractContent.Small("same"), CancellationToken.None))));

        Assert.All(finished, answer => Assert.Equal((version.Version, VersionStatus.Ready), (answer.Version, answer.Status)));
        await Registry.DeleteVersionAsync(model, version.Version, CancellationToken.None);
        await FailsAsync(() => Registry.FinishVersionAsync(version, ContractContent.Small(), CancellationToken.None));
    }
}
