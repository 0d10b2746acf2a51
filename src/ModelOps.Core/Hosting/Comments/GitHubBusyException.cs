using System.Globalization;

namespace ModelOps.Core.Hosting.Comments;

/// <summary>GitHub asks for a longer wait than a comment is worth.</summary>
/// <param name="wish">What it asks for.</param>
internal sealed class GitHubBusyException(TimeSpan wish) : Exception(
    string.Create(CultureInfo.InvariantCulture, $"GitHub's rate limit asks for {wish.TotalSeconds:0} s, and at most {GitHubPatience.Longest.TotalSeconds:0} s are waited"));
