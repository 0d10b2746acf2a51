using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>Reads an Azure Pipelines build from the agent's variables.</summary>
internal static class AzureBuild
{
    /// <summary>Variable with the commit that the agent checks out of the pipeline's own repository.</summary>
    public const string CommitVariable = "BUILD_SOURCEVERSION";

    public static BuildInfo Read(IEnvironment environment)
    {
        // A pull request that someone queues by hand has the reason Manual, but still its own reference; GitHub's merge queue has a branch.
        var built = environment.Get("BUILD_SOURCEBRANCH") ?? "";
        var queue = MergeQueue.Find(built);
        var isPullRequest = environment.Get("BUILD_REASON") == "PullRequest" || built.StartsWith("refs/pull/", StringComparison.Ordinal) || queue is not null;
        var reference = isPullRequest ? environment.Get("SYSTEM_PULLREQUEST_SOURCEBRANCH") ?? "" : built;
        var head = isPullRequest ? environment.Get("SYSTEM_PULLREQUEST_SOURCECOMMITID") : null;
        var collection = environment.Get("SYSTEM_COLLECTIONURI")?.TrimEnd('/');
        var target = environment.Get("SYSTEM_PULLREQUEST_TARGETBRANCH") is { Length: > 0 } given ? BranchName.FromReference(given) : queue?.Base;
        return new()
        {
            TargetBranch = isPullRequest ? target : null,
            Commit = (head ?? environment.Get(CommitVariable))?.ToLowerInvariant(),
            Branch = BranchName.FromReference(reference),
            Tag = isPullRequest ? null : BranchName.TagFromReference(reference),
            Repository = environment.Get("BUILD_REPOSITORY_URI") is { } uri ? CatalogUri.Redact(uri) : null,
            BuildUrl = collection is null
                ? null
                : $"{collection}/{Uri.EscapeDataString(environment.Get("SYSTEM_TEAMPROJECT") ?? "")}/_build/results?buildId={environment.Get("BUILD_BUILDID")}",
            PullRequest = environment.Get("SYSTEM_PULLREQUEST_PULLREQUESTNUMBER") ?? environment.Get("SYSTEM_PULLREQUEST_PULLREQUESTID") ?? queue?.Number,
            Actor = environment.Get("BUILD_REQUESTEDFOR"),
            IsPullRequest = isPullRequest,
            IsUntrusted = isPullRequest && !string.Equals(environment.Get("SYSTEM_PULLREQUEST_ISFORK"), "False", StringComparison.OrdinalIgnoreCase),
            IsContinuousIntegration = true,
        };
    }
}
