using ModelOps.Core.Configuration;
using ModelOps.Core.Hosting;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Tests.Hosting;

/// <summary>Every event, with every checkout, against a plain table of what is right.</summary>
public sealed class ProvenanceTests(ProvenanceLab lab) : IClassFixture<ProvenanceLab>
{
    private static readonly bool[] Both = [false, true];

    private static readonly ToolkitConfiguration Policy = new()
    {
        Version = 1, Environments = new Dictionary<string, EnvironmentSection> { ["prod"] = new() { TrackingUri = "sqlite:///a.db" } }, Branches = [new() { Match = "main", Environment = "prod" }],
    };

    public static TheoryData<string> Events => [.. BuildEvent.All.Select(given => given.Name)];

    public enum Tree
    {
        /// <summary>What the host checks out.</summary>
        Equal,

        /// <summary>A merge of the pull request's head: another than the host's where it builds one.</summary>
        Merge,

        /// <summary>A tree that has nothing to do with it.</summary>
        Other,
    }

    public enum Place
    {
        /// <summary>A model in the checkout.</summary>
        Inside,

        /// <summary>A package in the checkout, with the record of what the host names.</summary>
        InsideWithRecord,

        /// <summary>A package of another job, alone.</summary>
        Outside,

        /// <summary>A package of another job, with the record of what the host names.</summary>
        OutsideWithRecord,

        /// <summary>A package of another job, with the record of another commit.</summary>
        OutsideWithOther,
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task The_host_is_believed_where_the_tree_is_its_own_and_nowhere_else(string name)
    {
        var given = BuildEvent.All.Single(candidate => candidate.Name == name);
        var environment = lab.Variables(given);
        var named = given.NamesHead ? lab.Merge : lab.Main;
        foreach (var (tree, isShallow, isDetached, place) in
            from tree in Enum.GetValues<Tree>() from isShallow in Both from isDetached in Both from place in Enum.GetValues<Place>() select (tree, isShallow, isDetached, place))
        {
            var head = tree switch { Tree.Equal => named, Tree.Other => lab.Other, _ => given.NamesHead ? lab.OtherMerge : lab.Merge };
            var checkout = lab.Checkout(head, isShallow, isDetached);
            var recorded = place switch { Place.InsideWithRecord or Place.OutsideWithRecord => named, Place.OutsideWithOther => lab.Other, _ => null };
            var isInside = place is Place.Inside or Place.InsideWithRecord;

            var build = (await BuildInfoReader.ReadWitnessesAsync(environment, checkout, isInside ? checkout : lab.Outside, CancellationToken.None)).Judge(recorded);

            // The table: the tree that is there first, then the record, then whether there is anything at all.
            var isOwn = tree == Tree.Equal || (tree == Tree.Merge && given.NamesHead);
            var (commit, branch, code) = !isOwn ? (head, isDetached ? null : "local", "MOP3030")
                : place == Place.OutsideWithOther ? (lab.Other, null, "MOP3030")
                : (given.NamesHead ? lab.Head : lab.Main, given.Branch, place == Place.Outside ? "MOP3031" : null);
            var refusal = given.IsPullRequest ? "MOP3004" : code ?? (given.MayRelease ? null : "MOP3003");
            var facts = $"{name}, {tree}, shallow {isShallow}, detached {isDetached}, {place}";
            Assert.Equal((facts, commit, branch, code), (facts, build.Commit, build.Branch, build.Doubt?.Finding.Code));
            Assert.Equal((facts, given.IsPullRequest, code is "MOP3031"), (facts, build.IsPullRequest, build.IsUnconfirmed));
            Assert.Equal((facts, code == "MOP3030" ? null : ProvenanceLab.Url), (facts, build.Repository));
            Assert.Equal((facts, refusal), (facts, BranchPolicy.Judge(Policy, build, "prod").Refusal?.Code));
            Assert.Equal((facts, code), (facts, BranchPolicy.JudgeAlias(ToolkitConfiguration.Empty, build, "prod")?.Code));
        }
    }
}
