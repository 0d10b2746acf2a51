namespace ModelOps.Core.Hosting;

/// <summary>Reads an Azure Pipelines build from the agent's variables.</summary>
internal static class AzureBuild
{
    public static BuildInfo Read(IEnvironment environment)
    {
        var isPullRequest = environment.Get("BUILD_REASON") == "PullRequest";
        var reference = environment.Get(isPullRequest ? "SYSTEM_PULLREQUEST_SOURCEBRANCH" : "BUILD_SOURCEBRANCH") ?? "";
        var collection = environment.Get("SYSTEM_COLLECTIONURI");
        return new()
        {
            Commit = environment.Get("BUILD_SOURCEVERSION"),
            Branch = BranchName.FromReference(reference),
            Repository = environment.Get("BUILD_REPOSITORY_URI") is { } uri ? Registry.CatalogUri.Redact(uri) : null,
            BuildUrl = collection is null
                ? null
                : $"{collection}{Uri.EscapeDataString(environment.Get("SYSTEM_TEAMPROJECT") ?? "")}/_build/results?buildId={environment.Get("BUILD_BUILDID")}",
            PullRequest = environment.Get("SYSTEM_PULLREQUEST_PULLREQUESTNUMBER") ?? environment.Get("SYSTEM_PULLREQUEST_PULLREQUESTID"),
            Actor = environment.Get("BUILD_REQUESTEDFOR"),
            IsPullRequest = isPullRequest,
            IsContinuousIntegration = true,
        };
    }
}
