using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>All that says what is built, before anything is concluded from it.</summary>
/// <param name="Environment">Environment variables.</param>
/// <param name="Claim">What the build host says; null where there is none.</param>
/// <param name="Expected">Commits that the host names.</param>
/// <param name="Rules">The tree that modelops.yml is in.</param>
/// <param name="Model">The tree that the model is in; null where the call names no files.</param>
internal sealed record BuildWitnesses(IEnvironment Environment, BuildInfo? Claim, ExpectedCommit Expected, TreeWitness Rules, TreeWitness? Model)
{
    /// <summary>What is built, as far as the witnesses agree.</summary>
    /// <param name="recorded">Commit that was written down beside the package when it was made; null where there is no record.</param>
    public BuildInfo Judge(string? recorded = null)
    {
        if (Claim is null)
        {
            return LocalBuild.Of(Environment, Rules, Model, recorded);
        }

        var record = recorded is null ? null
            : new TreeWitness("The package", new(recorded, GitRefusal.OfPackage(recorded), GitRefusal.NoRemote()), Expected.Is(recorded));
        var witnesses = new[] { Rules, Model, record }.OfType<TreeWitness>().ToList();
        if (witnesses.Find(witness => witness is { Commit: not null, Agrees: false }) is { } other)
        {
            return OfOther(Claim, other);
        }

        if (witnesses.Find(witness => witness is { Commit: null, IsAbsent: false }) is { Head.Commit.Refusal: { } mute })
        {
            return Claim with { Doubt = new(GitFindings.Of(mute, Question(Claim)), IsUnconfirmed: true) };
        }

        return (Model, record) switch
        {
            (null, _) when Rules is { IsAbsent: true, Head.Commit.Refusal: { } absent } => Claim with { Doubt = new(GitFindings.Of(absent, Question(Claim)), IsUnconfirmed: true) },
            ({ IsAbsent: true }, null) => Claim with { Doubt = new(Unconfirmed(Claim), IsUnconfirmed: true) },
            _ => Claim,
        };
    }

    private static BuildInfo OfOther(BuildInfo claim, TreeWitness other) => claim with
    {
        Commit = other.Commit,
        Branch = other.Head.Branch.OrNull(),
        BranchUnknown = other.Head.Branch.Refusal,
        Tag = null,
        Repository = other.Head.Remote.OrNull(),
        Doubt = new(
            ReleaseDiagnostics.OtherTree.At(
                $"{other.Place} is of commit {other.Commit}, and the build host names {claim.Commit ?? "none"} ({claim.Source}): what is built is that other tree, so its commit counts, and no alias moves."),
            IsUnconfirmed: false),
    };

    private static Diagnostic Unconfirmed(BuildInfo claim) => ReleaseDiagnostics.Unconfirmed.At(
        $"That the model is of commit {claim.Commit ?? "unknown"} ({claim.Source}) only the build host says: it is in no repository, and no record of its commit that names its digest is beside it.");

    private static string Question(BuildInfo claim) => $"Whether this build is of commit {claim.Commit ?? "unknown"} ({claim.Source}), as the build host says, cannot be told";
}
