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
