using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Search;

/// <summary>How many rows a page may have.</summary>
internal static class SearchLimits
{
    public const long DefaultRuns = 1000;

    public const long Runs = 50_000;

    public const long DefaultModels = 100;

    public const long Models = 1000;

    public const long DefaultVersions = 10_000;

    public const long Versions = 200_000;

    /// <summary>Refuses a size in the words of the tracking store.</summary>
    /// <returns>The size.</returns>
    public static long Require(long size, long limit) =>
        size < 1 ? throw MlflowFault.Invalid($"Invalid value {size} for parameter 'max_results' supplied. It must be a positive integer")
        : size > limit ? throw MlflowFault.Invalid($"Invalid value {size} for parameter 'max_results' supplied. It must be at most {limit}")
        : size;
}
