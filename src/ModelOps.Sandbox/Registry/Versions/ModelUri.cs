using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Registry.Versions;

/// <summary>A source that names another version or a logged model: <c>models:/name/7</c>, <c>models:/m-…</c>.</summary>
internal static class ModelUri
{
    public const string Scheme = "models";

    /// <summary>What a source stands for: where the files are, and the run that made them when the source knows it.</summary>
    /// <param name="connection">An open transaction.</param>
    /// <param name="source">A URI of the scheme.</param>
    /// <param name="behavior">2.x has no logged models.</param>
    /// <exception cref="MlflowFault">The URI stands for nothing.</exception>
    public static (string? Location, string? RunId) Follow(StoreConnection connection, string source, Behavior behavior)
    {
        var path = PythonUrl.Parse(source.Replace('#', ' ')).Path;
        var parts = path.TrimStart('/').Split('/');
        if (!path.StartsWith('/') || path.Length == 1 || parts.Length > 2 || string.IsNullOrWhiteSpace(parts[0]) || string.IsNullOrWhiteSpace(parts[^1]))
        {
            throw Improper(source);
        }

        if (parts.Length == 1 && !path.Contains('@', StringComparison.Ordinal) && behavior == Behavior.Mlflow2)
        {
            throw Improper(source);
        }

        try
        {
            return parts.Length == 2 ? FollowVersion(connection, parts[0], parts[1])
                : path.Contains('@', StringComparison.Ordinal) ? throw NoNumber()
                : LoggedModelRows.Get(connection, parts[0]);
        }
        catch (MlflowFault fault)
        {
            throw MlflowFault.Internal($"Unable to fetch model from model URI source artifact location '{source}'.Error: {fault.Message}");
        }
    }

    // MLflow follows numbers only, not stages and aliases.
    private static (string? Location, string? RunId) FollowVersion(StoreConnection connection, string name, string version) =>
        version.All(char.IsAsciiDigit) ? (VersionRows.GetLocation(connection, name, version), null) : throw NoNumber();

    private static MlflowFault NoNumber() =>
        MlflowFault.Internal("int() argument must be a string, a bytes-like object or a real number, not 'NoneType'");

    private static MlflowFault Improper(string source) => MlflowFault.Internal(
        $"Not a proper models:/ URI: {source}. Models URIs must be of the form 'models:/name/suffix' or 'models:/name@alias' where suffix is a "
        + "version, stage, or the string 'latest' and where alias is a registered model alias. Only one of suffix or alias can be defined at a time.");
}
