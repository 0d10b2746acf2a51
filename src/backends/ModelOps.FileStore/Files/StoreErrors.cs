using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.FileStore.Files;

/// <summary>Failures of a file store.</summary>
internal static class StoreErrors
{
    /// <summary>How artifacts on this machine fail.</summary>
    public static ArtifactFailures Artifacts { get; } = new(ExitCode.BadInput, SourceDiagnostics.StoreUnreadable);

    /// <summary>A write, with what it would have done.</summary>
    public static ModelOpsException ReadOnly(string store, string what) => new(ExitCode.BadInput, SourceDiagnostics.StoreReadOnly.At(
        $"The file store '{store}' is read and never written: {what} is refused."));

    /// <summary>A store that cannot be read.</summary>
    public static ModelOpsException Unreadable(string message, Exception? inner = null) =>
        new(ExitCode.BadInput, SourceDiagnostics.StoreUnreadable.At(message), inner);

    /// <summary>A path or a link that leads out of the store.</summary>
    public static ModelOpsException Unsafe(string message) => Artifacts.UnsafeLocation(message);
}
