using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ModelOps.Core.Launching;
using ModelOps.Sandbox.Artifacts;
using ModelOps.Sandbox.Faults;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Seeds;
using ModelOps.Sandbox.Webhooks;
using ModelOps.Store.Schema;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Hosting;

/// <summary>A server that runs: it listens on its port until it is disposed.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    // How long the calls that are being answered may still take.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly WebApplication _application;
    private readonly string _file;
    private readonly Stack<IAsyncDisposable> _parts;

    private SandboxServer(WebApplication application, string file, Stack<IAsyncDisposable> parts)
    {
        _application = application;
        _file = file;
        _parts = parts;
    }

    /// <summary>Tracking and registry URI.</summary>
    public string Uri => _application.Urls.Single();

    /// <summary>The SQLite file, absolute.</summary>
    public string StoreFile => _file;

    /// <summary>Opens the store, loads the seed, and listens.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="Abstractions.Diagnostics.ModelOpsException">The store, the seed or the faults cannot be used.</exception>
    /// <exception cref="IOException">The port is taken, or a file cannot be read.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The address is not one of this machine, or not allowed.</exception>
    public static Task<SandboxServer> StartAsync(SandboxOptions options, TimeProvider time, CancellationToken cancellationToken) =>
        StartAsync(options, time, newRunId: null, cancellationToken);

    /// <summary>Opens the store, loads the seed, and listens.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="time">The clock.</param>
    /// <param name="newRunId">Gives the identities of new runs; null for random ones.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    internal static async Task<SandboxServer> StartAsync(
        SandboxOptions options, TimeProvider time, Func<string>? newRunId, CancellationToken cancellationToken)
    {
        var rules = options.FaultsFile is { } file ? FaultFile.Read(file) : null;
        var seed = options.SeedFile is { } seedFile ? SeedFile.Read(seedFile) : null;
        var parts = new Stack<IAsyncDisposable>();
        try
        {
            var location = Own(parts, StoreLocation.Of(options.StoreFile));
            var schema = new StoreSchema(ServerContext.ArtifactRootUri, time, allowsMlflow2: false);
            Action<StoreConnection>? tune = location.IsThrowAway ? ThrowAwayTuning.Apply : null;
            var store = Own(parts, await StoreEngine.OpenAsync(location.File, schema, tune, cancellationToken));
            var behavior = options.BehavesLike.StartsWith('2') ? Behavior.Mlflow2 : Behavior.Mlflow3;
            var webhooks = Own(parts, new WebhookHub(store, new(options.AllowPrivateWebhooks), SecretCipher.FromEnvironment(time), time));
            webhooks.Start(behavior);
            var server = new ServerContext(store, behavior, location.ArtifactDirectory, time) { Webhooks = webhooks };
            server = newRunId is null ? server : server with { NewRunId = newRunId };
            if (new FileInfo(location.ArtifactDirectory).LinkTarget is not null)
            {
                throw new IOException($"'{location.ArtifactDirectory}' is a link: what it leads to would be open to every caller.");
            }

            var root = new ArtifactRoot(location.ArtifactDirectory);
            root.RemoveAbandoned(time.GetUtcNow());
            if (seed is not null)
            {
                await new SeedLoader(server).LoadAsync(seed, cancellationToken);
            }

            var faults = rules is null ? null : Own(parts, new FaultInjector(rules, server));
            var uploads = options.Multipart ? Own(parts, new MultipartUploads(root, time)) : null;
            var application = Own(parts, Build(options));
            Pipeline.Configure(application, server, new AccessGuard(behavior, options.AllowedHosts), faults, uploads, new(Console.Error));
            await application.StartAsync(cancellationToken);
            return new(application, location.File, parts);
        }
        catch
        {
            await DisposeAsync(parts);
            throw;
        }
    }

    /// <summary>Ends after the calls that are being answered, or when their time is over.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var limit = new CancellationTokenSource(Grace))
        {
            await _application.StopAsync(limit.Token);
        }

        await DisposeAsync(_parts);
    }

    private static T Own<T>(Stack<IAsyncDisposable> parts, T part)
        where T : IAsyncDisposable
    {
        parts.Push(part);
        return part;
    }

    private static async Task DisposeAsync(Stack<IAsyncDisposable> parts)
    {
        while (parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }
    }

    private static WebApplication Build(SandboxOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            KestrelBounds.Apply(kestrel.Limits);
            kestrel.Listen(IPAddress.Parse(options.Host), options.Port);
        });
        builder.Services.AddRoutingCore();
        return builder.Build();
    }
}
