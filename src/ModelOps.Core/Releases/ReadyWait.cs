using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Releases;

/// <summary>Waits until a version can be used.</summary>
internal static class ReadyWait
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Polls until the version is READY.</summary>
    /// <exception cref="ModelOpsException">It failed, vanished, or the deadline passed (MOP2008, exit 6).</exception>
    public static async Task<ModelVersion> ForAsync(
        IModelRegistry registry, ModelVersion version, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var current = version;
        while (current.Status != VersionStatus.Ready)
        {
            if (current.Status == VersionStatus.Failed)
            {
                throw NotReady($"{version.Uri} failed to register: {current.StatusMessage}");
            }

            if (time.GetElapsedTime(started) >= timeout)
            {
                throw NotReady($"{version.Uri} was still pending after {timeout.TotalSeconds:F0} s.");
            }

            await Task.Delay(Interval, time, cancellationToken);
            current = await registry.FindVersionAsync(version.Model, version.Version, cancellationToken)
                ?? throw NotReady($"{version.Uri} was deleted while it was pending.");
        }

        return current;
    }

    /// <summary>Polls until one of several versions is READY.</summary>
    /// <returns>The version; null when the time passed, or none of them is left.</returns>
    public static async Task<ModelVersion?> ForKeyAsync(
        Func<CancellationToken, Task<KeyedVersions>> find, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while ((await find(cancellationToken)).Live is { } live)
        {
            if (live.Status == VersionStatus.Ready)
            {
                return live;
            }

            if (time.GetElapsedTime(started) >= timeout)
            {
                break;
            }

            await Task.Delay(Interval, time, cancellationToken);
        }

        return null;
    }

    /// <summary>A version that cannot be used.</summary>
    public static ModelOpsException NotReady(string message) =>
        new(ExitCode.RemoteFailure, RegistryDiagnostics.VersionNotReady.At(message));
}
