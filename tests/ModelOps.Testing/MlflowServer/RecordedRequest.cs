namespace ModelOps.Testing.MlflowServer;

/// <summary>A request that the server got.</summary>
/// <param name="Method">Method.</param>
/// <param name="Path">Path, decoded, without the prefix.</param>
/// <param name="Query">Query with its <c>?</c>, as sent; empty when none.</param>
/// <param name="Body">JSON body; empty for artifacts.</param>
/// <param name="Headers">Headers without Authorization.</param>
/// <param name="HadAuthorization">Whether there was an Authorization header.</param>
public sealed record RecordedRequest(
    string Method, string Path, string Query, string Body, IReadOnlyDictionary<string, string> Headers, bool HadAuthorization)
{
    /// <summary>Whether it changes something.</summary>
    public bool IsWrite => MlflowRoutes.IsWrite(Method, Path);

    /// <summary>Method, last two parts of the path.</summary>
    public override string ToString() => $"{Method} {Path}{Query} {Body}".TrimEnd();
}
