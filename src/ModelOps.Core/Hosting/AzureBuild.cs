using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>Reads an Azure Pipelines build from the agent's variables.</summary>
internal static class AzureBuild
{
    public static BuildInfo Read(IEnvironment environment)
    {
        // A pull request that someone queues by hand has the reason Manual, but still its own reference.
        var built = environment.Get("BUILD_SOURCEBRANCH") ?? "";
        var isPullRequest = environment.Get("BUILD_REASON") == "PullRequest" || built.StartsWith("refs/pull/", StringComparison.Ordinal);
        var reference = isPullRequest ? environment.Get("SYSTEM_PULLREQUEST_SOURCEBRANCH") ?? "" : built;
        var head = isPullRequest ? environment.Get("SYSTEM_PULLREQUEST_SOURCECOMMITID") : null;
        var collection = environment.Get("SYSTEM_COLLECTIONURI")?.TrimEnd('/');
        return new()
        {
            TargetBranch = isPullRequest && environment.Get("SYSTEM_PULLREQUEST_TARGETBRANCH") is { Length: > 0 } target ? BranchName.FromReference(target) : null,
            Commit = (head ?? environment.Get("BUILD_SOURCEVERSION"))?.ToLowerInvariant(),
            Branch = BranchName.FromReference(reference),
            Repository = environment.Get("BUILD_REPOSITORY_URI") is { } uri ? CatalogUri.Redact(uri) : null,
            BuildUrl = collection is null
                ? null
                : $"{collection}/{Uri.EscapeDataString(environment.Get("SYSTEM_TEAMPROJECT") ?? "")}/_build/results?buildId={environment.Get("BUILD_BUILDID")}",
            PullRequest = environment.Get("SYSTEM_PULLREQUEST_PULLREQUESTNUMBER") ?? environment.Get("SYSTEM_PULLREQUEST_PULLREQUESTID"),
            Actor = environment.Get("BUILD_REQUESTEDFOR"),
            IsPullRequest = isPullRequest,
            IsUntrusted = isPullRequest && !string.Equals(environment.Get("SYSTEM_PULLREQUEST_ISFORK"), "False", StringComparison.OrdinalIgnoreCase),
            IsContinuousIntegration = true,
        };
    }
}
