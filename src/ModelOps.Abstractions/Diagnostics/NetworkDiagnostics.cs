namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of what stands between the toolkit and a catalog, and of servers that ask for too much (MOP211x and MOP212x).</summary>
public static class NetworkDiagnostics
{
    /// <summary>A server's certificate that is not trusted.</summary>
    public static readonly DiagnosticDescriptor Certificate = new(
        "MOP2110", Severity.Error, "Certificate not trusted",
        "The server, or a proxy that opens TLS on the way to it, shows a certificate that this machine does not trust: of an unknown authority, for another name, or past its time.",
        "For a company's own authority set MLFLOW_TRACKING_SERVER_CERT_PATH, or REQUESTS_CA_BUNDLE, to a PEM file with its certificates. For another name, use the name in the certificate; if it is past its time, renew it.");

    /// <summary>A port without TLS, or with another one.</summary>
    public static readonly DiagnosticDescriptor Tls = new(
        "MOP2111", Severity.Error, "No TLS with the server",
        "What answers on the port does not speak TLS, or the two sides have no version of it or certificate of the client in common.",
        "If the server speaks plain HTTP, write the URI with http://. If it wants a client's certificate, set MLFLOW_TRACKING_CLIENT_CERT_PATH.");

    /// <summary>A connection that was closed before an answer.</summary>
    public static readonly DiagnosticDescriptor Closed = new(
        "MOP2112", Severity.Error, "Connection closed without an answer",
        "The connection was made and then closed, or what came back is not HTTP: often a port that speaks TLS called by http://, or a load balancer without a server behind it.",
        "If the port speaks TLS, write the URI with https://. Else look whether the server behind the port runs, then run the same command again, it resumes.");

    /// <summary>A name that nobody knows.</summary>
    public static readonly DiagnosticDescriptor NameUnknown = new(
        "MOP2113", Severity.Error, "Name of the server not known",
        "The name in the URI was not found: it is misspelt, or known in another network only.",
        "Check the name in the URI, and whether this machine is in the network that knows it.");

    /// <summary>A proxy that answered in the server's place.</summary>
    public static readonly DiagnosticDescriptor Proxy = new(
        "MOP2114", Severity.Error, "Refused by a proxy",
        "A proxy on the way answered in the place of the server, or could not be reached.",
        "Correct http_proxy or https_proxy, with user and password where the proxy wants them, or name the server in no_proxy: a host, a .suffix or an address range such as 10.0.0.0/8.");

    /// <summary>A refusal that does not read as MLflow's.</summary>
    public static readonly DiagnosticDescriptor ForbiddenOnTheWay = new(
        "MOP2115", Severity.Error, "Refused, and not in MLflow's words",
        "The answer is 403 and not in a form that an MLflow server has: it may come from a proxy, a gateway or a firewall in front of it.",
        "The message quotes what came and names the proxy if one is used. If the server can be reached without it, name it in no_proxy; else ask who runs the gateway.");

    /// <summary>A server that does not take its own name.</summary>
    public static readonly DiagnosticDescriptor HostNotAllowed = new(
        "MOP2116", Severity.Error, "Server does not take this host name",
        "MLflow 3 refuses requests whose host is not in its list of allowed ones.",
        "Start the server with `--allowed-hosts` (or MLFLOW_SERVER_ALLOWED_HOSTS) and the host of the URI, with its port; or call it by a name that it allows.");

    /// <summary>A server that hands through no files.</summary>
    public static readonly DiagnosticDescriptor ArtifactsOff = new(
        "MOP2117", Severity.Error, "Server does not serve artifacts",
        "The MLflow server was started with `--no-serve-artifacts`, so files cannot be sent to it or read from it.",
        "Start it with `--serve-artifacts` and an `--artifacts-destination`.");

    /// <summary>A request that something on the way takes for too large.</summary>
    public static readonly DiagnosticDescriptor RequestTooLarge = new(
        "MOP2118", Severity.Error, "Request too large for the server",
        "The server or a proxy before it answered 413 (body too large) or 431 (headers too large). The same request would be refused again.",
        "Raise the limit there (nginx: client_max_body_size), or send large files in parts: MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD=true. For 431 look at the length of the token.");

    /// <summary>A file that did not come whole.</summary>
    public static readonly DiagnosticDescriptor Incomplete = new(
        "MOP2119", Severity.Error, "Download not complete",
        "A file came with fewer bytes than the catalog lists, too slowly, or not in time, also when it was asked for again.",
        "Look at what is between this machine and the server: a proxy that cuts or empties large answers. Then run the same command again. MLFLOW_ARTIFACT_UPLOAD_DOWNLOAD_TIMEOUT sets the seconds that a file may take.");

    /// <summary>Answers without an end.</summary>
    public static readonly DiagnosticDescriptor NoEnd = new(
        "MOP2120", Severity.Error, "Answers without an end",
        "A search or a list of files has more pages, items, bytes or levels of directories than the toolkit reads.",
        "If there is really so much, delete runs or versions that nobody needs. Else ask who serves it: the server is broken, or hostile.");

    /// <summary>A path of this machine that nobody gave to the server.</summary>
    public static readonly DiagnosticDescriptor ArtifactRootUnset = new(
        "MOP2121", Severity.Error, "Server keeps artifacts in a path",
        "The server keeps files in a directory and not behind itself. A server could name any path of the machine that calls it, so none is read or written unless modelops.yml says below which directory it may.",
        "Serve artifacts through the server (`--serve-artifacts`, the default), or, where both machines see one directory, add the line that the message shows to the environment in modelops.yml.");

    /// <summary>A store that this machine may only read.</summary>
    public static readonly DiagnosticDescriptor StoreReadOnly = new(
        "MOP2122", Severity.Error, "Embedded store is read-only",
        "The file of the store, or its directory, is on a file system that is mounted read-only, or its rights do not let this user write. Verbs that only read work there; this one writes.",
        "Run it where the store can be written, or make file and directory writable. After a write that was cut off open the store there once: that takes it back.");

    /// <summary>A store on a network file system in a mode that needs one machine.</summary>
    public static readonly DiagnosticDescriptor StoreOnNetwork = new(
        "MOP2123", Severity.Error, "Embedded store in write-ahead mode on a network file system",
        "Write-ahead logging needs memory that all processes share, so it loses data where several machines have the file. There the toolkit changes the file to a rollback journal; it could not, because others had it open.",
        "End what has the store open (MLflow, `modelops sandbox`, other jobs), then run the same command again. For many writers at once use a tracking server.");
}
