using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Mlflow;

/// <summary>The address of an MLflow server: scheme, host, port and the prefix it is served under.</summary>
internal sealed class ServerUri
{
    private readonly string _root;

    private ServerUri(Uri uri)
    {
        Uri = uri;
        _root = uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    /// <summary>The whole URI.</summary>
    public Uri Uri { get; }

    /// <summary>Whether a URI is one of an MLflow server.</summary>
    public static bool Is(string uri) =>
        uri.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || uri.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a URI.</summary>
    /// <exception cref="ModelOpsException">It is not understood, or carries credentials (MOP2001).</exception>
    public static ServerUri Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw Refuse("The tracking or registry URI is not understood. Expected http(s)://host[:port][/prefix].");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw Refuse(
                $"The URI of {uri.Host} carries a user name or password. Expected credentials in MLFLOW_TRACKING_TOKEN, or in "
                + "MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD: a URI ends up in logs.");
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw Refuse($"The URI of {uri.Host} has a query or fragment. Expected http(s)://host[:port][/prefix].");
        }

        return new(uri);
    }

    /// <summary>URI of a call.</summary>
    /// <param name="path">Path from <c>/api</c> on, escaped, with its query.</param>
    public Uri Call(string path) => new($"{_root}{path}");

    /// <summary>Whether an authority as written in a URI is this server's.</summary>
    public bool HasAuthority(string authority) =>
        authority.Equals(Uri.Authority, StringComparison.OrdinalIgnoreCase) || authority.Equals($"{Uri.Host}:{Uri.Port}", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override string ToString() => _root;

    private static ModelOpsException Refuse(string message) => new(ExitCode.BadInput, RegistryDiagnostics.UnsupportedUri.At(message));
}
