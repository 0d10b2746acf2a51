using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

/// <summary>What git answers of real repositories, by libgit2 alone and by the git program alone: the same answers for the same reasons.</summary>
public sealed class GitReasonTests : IDisposable
{
    private static readonly Dictionary<string, Func<GitLab, (string Directory, string Ancestor, string Descendant)>> Cases = new()
    {
        ["older"] = lab => (lab.At("origin"), lab.Old, lab.Head),
        ["newer"] = lab => (lab.At("origin"), lab.Head, lab.Old),
        ["the same"] = lab => (lab.At("origin"), lab.Head, lab.Head),
        ["unrelated"] = lab => (lab.At("origin"), lab.Other, lab.Head),
        ["below the top"] = lab => (Directory.CreateDirectory(lab.At("origin/a/b")).FullName, lab.Old, lab.Head),
        ["behind a link"] = lab => (lab.Linked(), lab.Old, lab.Head),
        ["worktree"] = lab => (lab.Worktree(), lab.Old, lab.Head),
        ["submodule"] = lab => (lab.Submodule(), lab.Old, lab.Head),
        ["git directory elsewhere"] = lab => (lab.Clone("--separate-git-dir", lab.At("elsewhere.git")), lab.Old, lab.Head),
        ["objects of another clone"] = lab => (lab.Clone("--reference", lab.At("origin"), "--shared"), lab.Old, lab.Head),
        ["without blobs"] = lab => (lab.Clone("--filter=blob:none"), lab.Old, lab.Head),
        ["without trees"] = lab => (lab.Clone("--filter=tree:0"), lab.Old, lab.Head),
        ["fetched with a filter"] = lab => (lab.FetchFiltered(), lab.Old, lab.Head),
        ["shallow with both"] = lab => (lab.Clone("--depth=2"), lab.Middle, lab.Head),
        ["shallow the other way"] = lab => (lab.Clone("--depth=2"), lab.Head, lab.Middle),
        ["shallow without one"] = lab => (lab.Clone("--depth=1"), lab.Old, lab.Head),
        ["shallow and cut between"] = lab => (lab.CloneLoose(lab.Old, lab.Middle, lab.Head), lab.Old, lab.Head),
        ["whole without one"] = lab => (lab.Clone(), GitLab.Nobody, lab.Head),
        ["of another branch"] = lab => (lab.Clone("--single-branch"), lab.Other, lab.Head),
        ["partial without one"] = lab => (lab.Clone("--filter=blob:none"), GitLab.Nobody, lab.Head),
        ["with a hole"] = lab => (lab.CloneWithHole(), lab.Old, lab.Head),
        ["no commit"] = lab => (Made(lab, "new"), lab.Old, lab.Head),
        ["no repository"] = lab => (Directory.CreateDirectory(lab.At("none")).FullName, lab.Old, lab.Head),
        ["bare as files of a checkout"] = lab => (lab.BareInCheckout(), lab.Old, lab.Head),
        ["short"] = lab => (lab.At("origin"), lab.Old[..12], lab.Head),
    };

    private readonly GitLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixTheory]
    [InlineData("older", true)]
    [InlineData("newer", false)]
    [InlineData("the same", true)]
    [InlineData("unrelated", false)]
    [InlineData("below the top", true)]
    [InlineData("behind a link", true)]
    [InlineData("worktree", true)]
    [InlineData("submodule", true)]
    [InlineData("git directory elsewhere", true)]
    [InlineData("objects of another clone", true)]
    [InlineData("without blobs", true)]
    [InlineData("without trees", true)]
    [InlineData("fetched with a filter", true)]
    [InlineData("shallow with both", true)]
    [InlineData("shallow the other way", false)]
    public async Task What_the_history_says_is_said(string name, bool expected)
    {
        var (directory, ancestor, descendant) = Cases[name](_lab);

        foreach (var environment in (TestEnvironment[])[GitLab.LibraryOnly, GitLab.ProgramOnly])
        {
            var answer = await GitLab.AskAsync(directory, ancestor, descendant, environment);

            Assert.Null(answer.Refusal);
            Assert.Equal(expected, answer.Value);
        }
    }

    [UnixTheory]
    [InlineData("shallow without one", GitFault.Shallow)]
    [InlineData("shallow and cut between", GitFault.Shallow)]
    [InlineData("whole without one", GitFault.CommitMissing)]
    [InlineData("of another branch", GitFault.CommitMissing)]
    [InlineData("partial without one", GitFault.Partial)]
    [InlineData("with a hole", GitFault.Failed)]
    [InlineData("no commit", GitFault.NoCommit)]
    [InlineData("no repository", GitFault.NotARepository)]
    [InlineData("bare as files of a checkout", GitFault.NotARepository)]
    [InlineData("short", GitFault.NoHash)]
    internal async Task What_cannot_be_told_has_its_reason(string name, GitFault expected)
    {
        var (directory, ancestor, descendant) = Cases[name](_lab);

        foreach (var environment in (TestEnvironment[])[GitLab.LibraryOnly, GitLab.ProgramOnly])
        {
            var answer = await GitLab.AskAsync(directory, ancestor, descendant, environment);

            Assert.Equal(expected, answer.Refusal?.Fault);
            Assert.Throws<InvalidOperationException>(() => answer.Value);
        }
    }

    [Fact]
    public void Each_reason_that_stops_an_alias_has_a_code_of_its_own_and_none_advises_to_allow_an_older_commit()
    {
        var stops = Enum.GetValues<GitFault>().Except([GitFault.NoBranch, GitFault.NoRemote]);

        var findings = stops.Select(fault => GitFindings.Of(new(fault, "words"), "question")).ToList();

        Assert.Equal(findings.Count, findings.Select(finding => finding.Code).Distinct().Count());
        Assert.All(findings, finding => Assert.True(GitFindings.IsUnanswered(finding)));
        Assert.All(
            findings.Where(finding => finding.Descriptor != ReleaseDiagnostics.CommitUnknown),
            finding => Assert.DoesNotContain("allow-older", finding.Descriptor.Cause + finding.Descriptor.Fix, StringComparison.Ordinal));
        Assert.False(GitFindings.IsUnanswered(ReleaseDiagnostics.OlderCommit.At("older")));
    }

    private static string Made(GitLab lab, string name)
    {
        lab.Make(name);
        return lab.At(name);
    }
}
