using System.Reflection;
using System.Text.RegularExpressions;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>Addresses of the pages of the reference, where the repository that has them is known: that of the running action, else the one that the build was stamped with.</summary>
/// <param name="root">Address of the repository at a commit or a tag; null where nobody knows.</param>
internal sealed partial class HelpPages(string? root)
{
    private const string UsualServer = "https://github.com";

    /// <summary>No addresses.</summary>
    public static HelpPages None { get; } = new(root: null);

    /// <summary>What this process knows. Variables of the runner come from outside: whatever is not plainly a repository gives no address.</summary>
    public static HelpPages Of(IEnvironment environment)
    {
        var assembly = typeof(HelpPages).Assembly;
        return new(OfAction(environment) ?? Root(
            assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(stamp => stamp.Key == "RepositoryUrl")?.Value,
            assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') is [_, var commit] ? commit : "HEAD"));
    }

    /// <summary>Address of a repository on GitHub or a GitHub server at a commit, a tag or a branch; null when it is not plainly that.</summary>
    public static string? Root(string? repository, string? reference) =>
        repository is not null && reference is not null && Repository().IsMatch(repository) && Reference().IsMatch(reference) && !reference.Contains("..", StringComparison.Ordinal)
            ? $"{(repository.EndsWith(".git", StringComparison.Ordinal) ? repository[..^".git".Length] : repository)}/blob/{reference}"
            : null;

    /// <summary>Address of the page about a finding; null where nobody knows.</summary>
    public string? Find(DiagnosticDescriptor descriptor) => root is null ? null : $"{root}/{descriptor.HelpPath}";

    // An action of somebody else may call the command too: the pages are beside the toolkit's own.
    private static string? OfAction(IEnvironment environment) =>
        environment.Get("GITHUB_ACTION_PATH") is { Length: > 0 } action && environment.Get("GITHUB_ACTION_REPOSITORY") is { } repository
        && Directory.Exists(Path.Combine(action, "..", "..", "docs", "diagnostics"))
            ? Root($"{environment.Get("GITHUB_SERVER_URL") ?? UsualServer}/{repository}", environment.Get("GITHUB_ACTION_REF"))
            : null;

    [GeneratedRegex(@"\Ahttps://[A-Za-z0-9.-]*github[A-Za-z0-9.-]*(:[0-9]{1,5})?/[A-Za-z0-9][A-Za-z0-9_-]{0,99}/(?!\.{1,2}\z)[A-Za-z0-9._-]{1,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Repository();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
