namespace ModelOps.Abstractions.Catalogs;

/// <summary>
/// What a kind of backend is called, how it is addressed and which environment variables are its own: the only place where that is written.
/// </summary>
public sealed record BackendDescriptor
{
    /// <summary>Name for people, as in <c>MLflow server</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Schemes of its URIs, in lower case and without the colon.</summary>
    public required IReadOnlyList<string> Schemes { get; init; }

    /// <summary>Schemes of artifact locations that it keeps files at for any tracking store, as a cloud's storage does; none by default.</summary>
    public IReadOnlyList<string> LocationSchemes { get; init; } = [];

    /// <summary>Form of its URIs for people, as in <c>sqlite:///path.db</c>.</summary>
    public required string AddressForm { get; init; }

    /// <summary>What to do where it lets nobody in, as a sentence that names the variables; empty where nobody signs in.</summary>
    public string SignIn { get; init; } = "";

    /// <summary>Whether everything is in files of this machine: nobody else sees it, and no credentials are needed.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Variables that hold secrets: their values are masked on the build host before anything is printed.</summary>
    public IReadOnlyList<string> SecretVariables { get; init; } = [];

    /// <summary>
    /// Variables that a client of this backend signs in and connects with, secret ones too: a command that works in the catalog gets these, and no
    /// other command does.
    /// </summary>
    public IReadOnlyList<string> ClientVariables { get; init; } = [];

    /// <summary>Whether a URI has one of the schemes.</summary>
    /// <param name="uri">Any URI.</param>
    public bool Serves(string uri) => HasScheme(uri, Schemes);

    /// <summary>Whether an artifact location has one of the schemes.</summary>
    /// <param name="location">Any location.</param>
    public bool Keeps(string location) => HasScheme(location, LocationSchemes);

    private static bool HasScheme(string uri, IReadOnlyList<string> schemes) =>
        uri.IndexOf(':', StringComparison.Ordinal) is > 0 and var end && schemes.Contains(uri[..end], StringComparer.OrdinalIgnoreCase);
}
