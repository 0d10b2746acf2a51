using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Hosting;

/// <summary>Why the build host is not believed about what is built: no alias moves in such a build.</summary>
/// <param name="Finding">What was found, as it refuses.</param>
/// <param name="IsUnconfirmed">Whether nothing speaks against the host and nothing confirms it; otherwise the tree is another one.</param>
internal sealed record BuildDoubt(Diagnostic Finding, bool IsUnconfirmed);
