using System.Security.Cryptography.X509Certificates;

namespace ModelOps.Testing.MlflowServer;

/// <summary>How the test server behaves.</summary>
public sealed record MlflowServerOptions
{
    /// <summary>Whether it answers like MLflow 3.11; else like 2.22.</summary>
    public bool IsVersion3 { get; init; } = true;

    /// <summary>Path before every route, as <c>--static-prefix</c>; empty or beginning with <c>/</c>.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The only accepted value of the Authorization header; null when anyone may call.</summary>
    public string? Authorization { get; init; }

    /// <summary>Certificate to serve https with; null for http.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Thumbprint of the only client certificate let in; null when none is asked for.</summary>
    public string? ClientThumbprint { get; init; }

    /// <summary>Where experiments keep artifacts; the experiment's ID is added.</summary>
    public string ArtifactRoot { get; init; } = "mlflow-artifacts:";

    /// <summary>Whether uploads in parts are there.</summary>
    public bool HasMultipart { get; init; }

    /// <summary>Reads of a new version that still show it pending.</summary>
    public int PendingReads { get; set; }

    /// <summary>Whether search results carry the aliases of registered models.</summary>
    public bool SearchShowsAliases { get; init; } = true;

    /// <summary>Whether numbers are written as text, as other servers of the protocol do.</summary>
    public bool NumbersAsText { get; init; }

    /// <summary>Largest page of a search, whatever the request asks for.</summary>
    public int MaxPage { get; init; } = int.MaxValue;
}
