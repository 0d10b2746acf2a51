using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ModelOps.Testing.MlflowServer;

/// <summary>
/// A strict stand-in for an MLflow server on a free port of this machine: the calls that the toolkit makes, state in memory, every request
/// recorded, faults by rule, and the invariants of releases checked after every request.
/// </summary>
public sealed class MlflowServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly WebApplication _app;

    private MlflowServer(MlflowServerOptions options)
    {
        Multipart = new(State, options);
        _app = Build(options);
        _app.Run(new MlflowHandler(this, options).HandleAsync);
        Prefix = options.Prefix;
    }

    /// <summary>Address, with the prefix.</summary>
    public string Url => _app.Urls.First() + Prefix;

    /// <summary>What is there.</summary>
    public MlflowState State { get; } = new();

    /// <summary>Rules by which requests go wrong; the first that takes a request counts.</summary>
    public FaultRules Faults { get; } = [];

    /// <summary>All requests so far, in order.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>Invariants that were broken; must be empty.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Uploads in parts that were begun and neither completed nor aborted.</summary>
    public int OpenUploads => Multipart.Open;

    /// <summary>Storage to be handed out for parts instead of this server itself.</summary>
    public string? ForgedStorage
    {
        get => Multipart.ForgedStorage;
        set => Multipart.ForgedStorage = value;
    }

    /// <summary>Whether the state before each write is kept, for <see cref="FaultMode.PastRead"/>.</summary>
    public bool KeepsPast { get; set; }

    /// <summary>Called before a request is served: a test that decides about the order lets it wait here.</summary>
    public Func<HttpRequest, Task> Before { get; set; } = _ => Task.CompletedTask;

    internal MlflowState Past { get; } = new();

    internal MultipartCalls Multipart { get; }

    private string Prefix { get; }

    /// <summary>Starts a server.</summary>
    public static async Task<MlflowServer> StartAsync(MlflowServerOptions? options = null)
    {
        var server = new MlflowServer(options ?? new());
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Requests of a method to a path that ends so.</summary>
    public IReadOnlyList<RecordedRequest> RequestsTo(string method, string pathEnd) =>
        [.. _requests.Where(request => request.Method == method && request.Path.EndsWith(pathEnd, StringComparison.Ordinal))];

    /// <summary>Forgets the requests so far.</summary>
    public void ForgetRequests() => _requests.Clear();

    /// <summary>Goes back to a state, without faults and memories.</summary>
    public void Reset(MlflowState kept)
    {
        lock (State)
        {
            State.CopyFrom(kept);
            Past.CopyFrom(kept);
            Faults.Clear();
            ForgetRequests();
            Violations.Clear();
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal void Record(HttpRequest request, string path, string body) => _requests.Enqueue(new(
        request.Method,
        path,
        request.QueryString.Value ?? "",
        body,
        request.Headers.Where(header => header.Key != "Authorization").ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        request.Headers.Authorization.Count > 0));

    private static WebApplication Build(MlflowServerOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => Listen(listen, options)));
        return builder.Build();
    }

    private static void Listen(ListenOptions listen, MlflowServerOptions options)
    {
        listen.Protocols = HttpProtocols.Http1;
        if (options.Certificate is { } certificate)
        {
            listen.UseHttps(https =>
            {
                https.ServerCertificate = certificate;
                https.ClientCertificateMode = options.ClientThumbprint is null ? ClientCertificateMode.NoCertificate : ClientCertificateMode.RequireCertificate;
                https.ClientCertificateValidation = (client, _, _) => client.Thumbprint == options.ClientThumbprint;
            });
        }
    }
}
