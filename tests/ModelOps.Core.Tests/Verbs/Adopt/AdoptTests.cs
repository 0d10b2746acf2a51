using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Verbs.Adopt;
using ModelOps.Core.Verbs.History;
using ModelOps.Core.Verbs.Register;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Adopt;

/// <summary>Versions that something else registered, in an embedded catalog.</summary>
public sealed class AdoptTests : IDisposable
{
    private static readonly ModelName Model = ModelName.Parse("dev.health.diabetes");

    private readonly ReleaseLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_version_that_something_else_registered_gets_its_digest_and_can_be_promoted()
    {
        await AddAsync();
        var package = await _lab.PackageAsync();
        Assert.Contains((await PromoteAsync()).Diagnostics, finding => finding.Code == "MOP3009");

        var result = await _lab.DoAsync<AdoptResult>("adopt", ("Model", "diabetes"), ("Environment", "dev"), ("Version", "1"));

        var warning = Assert.Single(_lab.Host.Diagnostics);
        Assert.Equal(("MOP2308", Severity.Warning), (warning.Code, warning.Severity));
        Assert.Equal((1, 0, 0), (result.Adopted, result.Known, result.Failed));
        var tags = (await FindAsync(1)).Tags;
        Assert.Equal(result.Versions.Single().Digest, tags[VersionTags.Digest]);
        Assert.True(tags.ContainsKey(VersionTags.Adopted));
        Assert.False(tags.ContainsKey(VersionTags.ValidationStatus));
        Assert.False(tags.ContainsKey(VersionTags.Commit));
        var entry = (await _lab.DoAsync<HistoryResult>("history", ("Model", "diabetes"), ("Environment", "dev"))).Entries.Single();
        Assert.Equal(("adopt", "finished", 1, "tester"), (entry.Action, entry.Status, entry.To!.Value, entry.Actor));
        Assert.Equal(ExitCode.Ok, (await PromoteAsync()).ExitCode);
        await using var staging = await _lab.OpenAsync("staging");
        var copy = await staging.Registry.FindVersionAsync(ModelName.Parse("staging.health.diabetes"), 1, CancellationToken.None);
        Assert.Equal(tags[VersionTags.Adopted], copy!.Tags[VersionTags.Adopted]);

        // The same content from the repository is that version.
        var registered = await _lab.DoAsync<RegisterResult>("register", ("Package", package), ("Environment", "dev"));
        Assert.Equal((1, false), (registered.Version!.Value, registered.Created));
        Assert.False((await FindAsync(1)).Tags.ContainsKey(VersionTags.SupersededBy));
    }

    [Fact]
    public async Task A_second_run_reads_nothing_and_writes_nothing()
    {
        await AddAsync();
        await AdoptAllAsync();
        var before = (await FindAsync(1)).Tags;
        File.AppendAllText(Stored(), "changed");

        var again = await AdoptAllAsync();

        Assert.Equal((0, 1), (again.Adopted, again.Known));
        Assert.Empty(_lab.Host.Diagnostics);
        Assert.Equal(before, (await FindAsync(1)).Tags);
        Assert.Single((await _lab.DoAsync<HistoryResult>("history", ("Model", "diabetes"), ("Environment", "dev"))).Entries);
    }

    [Fact]
    public async Task The_key_is_that_of_register_without_a_commit_and_of_twins_one_has_it()
    {
        await AddAsync();
        await AddAsync();

        var result = await AdoptAllAsync();

        Assert.Equal(2, result.Adopted);
        Assert.Contains(_lab.Host.Diagnostics, finding => finding.Code == "MOP2309");
        var (first, second) = (await FindAsync(1), await FindAsync(2));
        Assert.False(second.Tags.ContainsKey(VersionTags.Key));
        Assert.Equal(first.Tags[VersionTags.Digest], second.Tags[VersionTags.Digest]);

        // Register where nobody knows the commit: the content is there already.
        Directory.Delete(Path.Combine(_lab.Path, ".git"), recursive: true);
        var package = await _lab.PackageAsync();
        var registered = await _lab.DoAsync<RegisterResult>("register", ("Package", package), ("Environment", "dev"));
        Assert.Equal((1, false), (registered.Version!.Value, registered.Created));
        Assert.False((await FindAsync(2)).Tags.ContainsKey(VersionTags.SupersededBy));
    }

    [Fact]
    public async Task Of_all_versions_one_that_cannot_be_taken_does_not_keep_the_others()
    {
        await AddAsync();
        await AddAsync(leaveOut: "MLmodel");
        await AddAsync(new Tag(VersionTags.Digest, "sha256:" + new string('0', 64)));
        await AddAsync(new Tag(VersionTags.SupersededBy, "1"));

        var report = await _lab.RunAsync("adopt", ("Model", "diabetes"), ("Environment", "dev"), ("All", "true"));

        var result = (AdoptResult)report.Result!;
        Assert.Equal(ExitCode.GateFailed, report.ExitCode);
        Assert.Equal([AdoptState.Adopted, AdoptState.Failed, AdoptState.Failed, AdoptState.Skipped], result.Versions.Select(row => row.State));
        Assert.Equal(["MOP2308", "MOP2304", "MOP3001"], report.Diagnostics.Select(finding => finding.Code));
        Assert.False((await FindAsync(2)).Tags.ContainsKey(VersionTags.Digest));
        Assert.False((await FindAsync(3)).Tags.ContainsKey(VersionTags.Manifest));
    }

    [Theory]
    [InlineData("run created")]
    [InlineData("tag modelops.adopted written")]
    [InlineData("tag modelops.key written")]
    [InlineData("tag modelops.digest written")]
    [InlineData("tag modelops.manifest written")]
    public async Task A_run_that_was_killed_is_taken_up_by_the_next(string step)
    {
        await AddAsync();
        _lab.OnStep = done => Assert.False(done == step, "killed");
        Assert.Equal(ExitCode.InternalError, (await _lab.RunAsync("adopt", ("Model", "diabetes"), ("Environment", "dev"), ("Version", "1"))).ExitCode);
        _lab.OnStep = _ => { };

        await AdoptAllAsync();

        var entry = (await _lab.DoAsync<HistoryResult>("history", ("Model", "diabetes"), ("Environment", "dev"))).Entries.Single(entry => entry.Status != "killed");
        Assert.Equal("finished", entry.Status);
        Assert.True((await FindAsync(1)).Tags.ContainsKey(VersionTags.Manifest));
    }

    [Fact]
    public async Task A_dry_run_reads_no_files_and_changes_nothing()
    {
        await AddAsync(leaveOut: "MLmodel");

        var result = await _lab.DoAsync<AdoptResult>("adopt", ("Model", "diabetes"), ("Environment", "dev"), ("All", "true"), ("DryRun", "true"));

        Assert.Equal(1, result.Adopted);
        Assert.Empty((await FindAsync(1)).Tags);
    }

    [Theory]
    [InlineData("MOP0005")]
    [InlineData("MOP0005", "Version=1", "All=true")]
    [InlineData("MOP2007", "Version=9")]
    [InlineData("MOP2007", "Alias=champion")]
    public async Task A_call_says_which_versions(string code, params string[] inputs)
    {
        await AddAsync();

        var report = await _lab.RunAsync("adopt", [.. inputs.Select(text => (text.Split('=')[0], text.Split('=')[1])), ("Model", "diabetes"), ("Environment", "dev")]);

        Assert.Equal((ExitCode.BadInput, code), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
    }

    private Task<AdoptResult> AdoptAllAsync() => _lab.DoAsync<AdoptResult>("adopt", ("Model", "diabetes"), ("Environment", "dev"), ("All", "true"));

    private Task<Core.Running.VerbReport> PromoteAsync() => _lab.RunAsync("promote", ("Model", "diabetes"), ("To", "staging"), ("Version", "1"), ("Alias", "candidate"));

    private string Stored() => Directory.EnumerateFiles(Path.Combine(_lab.Path, ".modelops", "dev.db.artifacts"), "MLmodel", SearchOption.AllDirectories).First();

    private async Task<ModelVersion> FindAsync(int version)
    {
        await using var catalog = await _lab.OpenAsync("dev");
        return (await catalog.Registry.FindVersionAsync(Model, version, CancellationToken.None))!;
    }

    // As mlflow.register_model does: a run, its files, a version without any of the toolkit's tags.
    private async Task AddAsync(Tag? tag = null, string? leaveOut = null)
    {
        Directory.CreateDirectory(Path.Combine(_lab.Path, ".modelops"));
        await using var catalog = await _lab.OpenAsync("dev");
        var experiment = await catalog.Tracking.EnsureExperimentAsync("elsewhere", CancellationToken.None);
        var run = await catalog.Tracking.CreateRunAsync(new(experiment, "train", TimeProvider.System.GetUtcNow(), []), CancellationToken.None);
        await catalog.Registry.EnsureModelAsync(Model, "", CancellationToken.None);
        await using var content = DirectoryContent.Open(Path.Combine(_lab.Path, "models", "diabetes"));
        await using var part = new PartOf(content, leaveOut);
        await catalog.Registry.AddVersionAsync(
            new() { Model = Model, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = tag is null ? [] : [tag] }, part, CancellationToken.None);
    }

    private sealed class PartOf(IModelContent whole, string? leaveOut) : IModelContent
    {
        public IReadOnlyList<ContentFile> Files => [.. whole.Files.Where(file => file.Path != leaveOut)];

        public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken) => whole.OpenReadAsync(file, cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
