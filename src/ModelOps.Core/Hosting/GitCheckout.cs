namespace ModelOps.Core.Hosting;

/// <summary>What is checked out, against what a build host names.</summary>
/// <param name="Head">What is checked out.</param>
/// <param name="Agrees">Whether it is the host's.</param>
internal sealed record GitCheckout(GitHead Head, bool Agrees);
