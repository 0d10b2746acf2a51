using ModelOps.Core.Contract;

namespace ModelOps.Core.Configuration;

/// <summary>Where reports go beside files and the summary of the build.</summary>
public sealed record ReportSection
{
    [ConfigKey("Whether validate and test write the head of their report as one comment on the pull request that GitHub builds, and edit it at the next push. The token of the job needs pull-requests: write.")]
    public bool Comment { get; init; }
}
