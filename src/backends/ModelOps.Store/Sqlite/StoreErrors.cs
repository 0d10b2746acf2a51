using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Store.Sqlite;

/// <summary>Failures of the embedded store, in the words of the diagnostic catalogue.</summary>
internal static class StoreErrors
{
    /// <summary>Failures of the store's files.</summary>
    public static ArtifactFailures Artifacts { get; } = new(ExitCode.BadInput, RegistryDiagnostics.ServerError);

    public static ModelOpsException Unusable(string message, Exception? inner = null) =>
        new(ExitCode.BadInput, RegistryDiagnostics.StoreUnusable.At(message), inner);

    public static ModelOpsException ReadOnly(string path, Exception inner) => new(ExitCode.BadInput, NetworkDiagnostics.StoreReadOnly.At(
        File.Exists(path + "-journal")
            ? $"'{path}' has a write beside it that was cut off ('{path}-journal'), and cannot be written, so that it cannot be taken back."
            : File.Exists(path) ? $"'{path}' can be read here and not written: {inner.Message}" : $"'{path}' is not there, and its directory takes no files."), inner);

    public static ModelOpsException SharedWriteAhead(string path, Exception inner) => new(ExitCode.RemoteFailure, NetworkDiagnostics.StoreOnNetwork.At(
        $"'{path}' is on a network file system and in write-ahead mode, and others have it open, so it could not be changed to a rollback journal: {inner.Message}"), inner);

    public static ModelOpsException Refused(string message) =>
        new(ExitCode.BadInput, RegistryDiagnostics.ServerError.At(message));

    public static ModelOpsException UnsafeLocation(string message) =>
        new(ExitCode.BadInput, RegistryDiagnostics.UnsafeLocation.At(message));

    public static ModelOpsException ModelMissing(string model) =>
        new(ExitCode.BadInput, RegistryDiagnostics.ModelMissing.At($"There is no registered model '{model}'."));

    public static ModelOpsException VersionMissing(string model, int version) =>
        new(ExitCode.BadInput, RegistryDiagnostics.VersionMissing.At($"The registered model '{model}' has no version {version}."));

    public static ModelOpsException Busy(string file, TimeSpan deadline, Exception inner) =>
        new(ExitCode.RemoteFailure, RegistryDiagnostics.Unreachable.At(
            $"'{file}' was locked by other processes for {deadline.TotalSeconds:0} seconds."), inner);
}
