using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>Builds that have another tree than the one that their host names.</summary>
public sealed class OtherTreeTests : IDisposable
{
    private const string Comment = """{"issue": {"number": 5, "pull_request": {}}, "comment": {"body": "/deploy"}}""";
    private const string Queue = "refs/heads/gh-readonly-queue/main/pr-12-0123456789abcdef0123456789abcdef01234567";

    private readonly CiLab _ci = new();

    private GitScratch Git => _ci.Release.Git;

    public void Dispose() => _ci.Dispose();

    [Fact]
    public async Task An_ordinary_push_is_registered_and_promoted_without_a_finding()
    {
        var registered = await _ci.RegisterAsync();
        var promoted = await _ci.PromoteAsync("staging");

        Assert.Equal((ExitCode.Ok, ExitCode.Ok), (registered.ExitCode, promoted.ExitCode));
        Assert.Empty(CiLab.Codes(registered).Concat(CiLab.Codes(promoted)));
        var tags = await _ci.TagsAsync(registered);
        Assert.Equal((_ci.Main, "main", false), (tags[VersionTags.Commit], tags[VersionTags.Branch], tags.ContainsKey(VersionTags.Provenance)));
    }

    [Theory]
    [InlineData("issue_comment", Comment, "MOP3004")]
    [InlineData("workflow_run", """{"workflow_run": {"event": "pull_request"}}""", "MOP3004")]
    [InlineData("repository_dispatch", "{}", "MOP3030")]
    [InlineData("workflow_dispatch", "{}", "MOP3030")]
    public async Task Another_tree_gets_its_own_commit_and_is_not_released(string name, string payload, string refusal)
    {
        using var free = new CiLab(hasPolicy: false);
        foreach (var ci in (CiLab[])[_ci, free])
        {
            ci.Release.Git.Switch("feature", create: true);
            ci.Release.ChangeModel("evil");
            var head = ci.Release.Git.Commit("evil");
            ci.Push(name, payload: payload);

            var registered = await ci.RegisterAsync();
            var tags = await ci.TagsAsync(registered);
            Assert.Equal(["MOP3030"], CiLab.Codes(registered));
            Assert.Equal((head, "feature"), (tags[VersionTags.Commit], tags[VersionTags.Branch]));
            var promoted = await ci.PromoteAsync("staging");
            Assert.Equal((ExitCode.GateFailed, refusal), (promoted.ExitCode, Assert.Single(CiLab.Codes(promoted))));
        }
    }

    [Fact]
    public async Task No_alias_is_given_in_another_tree_whatever_its_rules_say()
    {
        Git.Switch("feature", create: true);
        File.WriteAllText(_ci.ConfigurationFile, File.ReadAllText(_ci.ConfigurationFile).Split("branches:")[0]);
        Git.Commit("no rules");
        _ci.Push("repository_dispatch");

        var registered = await _ci.RegisterAsync(null, ("Alias", "candidate"));

        Assert.Equal((ExitCode.GateFailed, "MOP3030"), (registered.ExitCode, Assert.Single(CiLab.Codes(registered))));
    }

    [Fact]
    public async Task A_second_checkout_is_not_released_under_the_name_of_the_first()
    {
        var other = Path.Combine(_ci.Release.Path, "other");
        TestFiles.CopyDirectory(Path.Combine(_ci.Release.Path, "models/diabetes"), Path.Combine(other, "model"));
        var head = new GitScratch(other).Commit("other");

        var registered = await _ci.Release.RunAsync("register", ("Model", "diabetes"), ("Path", Path.Combine(other, "model")), ("Environment", "dev"));

        Assert.Contains("MOP3030", CiLab.Codes(registered));
        Assert.Equal(head, (await _ci.TagsAsync(registered))[VersionTags.Commit]);
    }

    [Fact]
    public async Task A_submodule_at_the_commit_that_its_parent_names_is_a_part_of_it()
    {
        using var directory = new TempDirectory();
        TestFiles.CopyDirectory(Path.Combine(_ci.Release.Path, "models/diabetes"), directory.File("part/model"));
        var part = new GitScratch(directory.File("part"));
        part.Commit("part");
        Git.Run("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", $"file://{directory.File("part")}", "vendor/part");
        Git.Commit("with a part");
        _ci.Push();
        (string, string)[] call = [("Model", "diabetes"), ("Path", Path.Combine(_ci.Release.Path, "vendor/part/model")), ("Environment", "dev")];

        var registered = await _ci.Release.RunAsync("register", call);
        Assert.DoesNotContain("MOP3030", CiLab.Codes(registered));
        Assert.Equal(_ci.Main, (await _ci.TagsAsync(registered))[VersionTags.Commit]);

        File.AppendAllText(Path.Combine(_ci.Release.Path, "vendor/part/model/notes.txt"), "moved on");
        var moved = new GitScratch(Path.Combine(_ci.Release.Path, "vendor/part")).Commit("moved on");
        var other = await _ci.Release.RunAsync("register", call);
        Assert.Contains("MOP3030", CiLab.Codes(other));
        Assert.Equal(moved, (await _ci.TagsAsync(other))[VersionTags.Commit]);
    }

    [Fact]
    public async Task A_merge_queue_counts_as_a_pull_request_and_leaves_no_throw_away_branch()
    {
        using var free = new CiLab(hasPolicy: false);
        free.Push("merge_group", Queue);

        var tags = await free.TagsAsync(await free.RegisterAsync());
        var promoted = await free.PromoteAsync("staging");

        Assert.Equal((ExitCode.GateFailed, "MOP3004"), (promoted.ExitCode, Assert.Single(CiLab.Codes(promoted))));
        Assert.Equal(("12", false, free.Main), (tags[VersionTags.PullRequest], tags.ContainsKey(VersionTags.Branch), tags[VersionTags.Commit]));

        free.Push();
        Assert.Equal(ExitCode.Ok, (await free.RegisterAsync()).ExitCode);
        Assert.Equal(ExitCode.Ok, (await free.PromoteAsync("staging")).ExitCode);
    }

    [RootFact]
    public async Task The_checkout_of_another_user_is_registered_with_a_warning_and_nothing_is_promoted_from_it()
    {
        Ownership.GiveAway(_ci.Release.Path);

        var registered = await _ci.RegisterAsync();
        var promoted = await _ci.PromoteAsync("staging");

        Assert.Equal(["MOP4005"], CiLab.Codes(registered));
        Assert.Equal((ExitCode.CouldNotRun, "MOP4005"), (promoted.ExitCode, Assert.Single(CiLab.Codes(promoted))));
        Assert.Contains("safe.directory", Assert.Single(promoted.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_repository_nothing_is_promoted_and_the_finding_says_why()
    {
        await _ci.RegisterAsync();
        Directory.Move(Path.Combine(_ci.Release.Path, ".git"), Path.Combine(_ci.Release.Path, ".elsewhere"));

        var promoted = await _ci.PromoteAsync("staging");

        Assert.Equal((ExitCode.CouldNotRun, "MOP4006"), (promoted.ExitCode, Assert.Single(CiLab.Codes(promoted))));
    }
}
