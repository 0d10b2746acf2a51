using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ModelOps.Core.Sandbox;
using ModelOps.Sandbox.Artifacts;
using ModelOps.Sandbox.Faults;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Seeds;
using ModelOps.Store.Schema;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Hosting;

/// <summary>A server that runs: it listens on its port until it is disposed.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    // How long the calls that are being answered may still take.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly WebApplication _application;
    private readonly StoreEngine _store;
    private readonly StoreLocation _location;
    private readonly FaultInjector? _faults;
    private readonly MultipartUploads? _uploads;

    private SandboxServer(WebApplication application, StoreEngine store, StoreLocation location, FaultInjector? faults, MultipartUploads? uploads)
    {
        _application = application;
        _store = store;
        _location = location;
        _faults = faults;
        _uploads = uploads;
    }

    /// <summary>Tracking and registry URI.</summary>
    public string Uri => _application.Urls.Single();

    /// <summary>The SQLite file, absolute.</summary>
    public string StoreFile => _store.File;

    /// <summary>Opens the store, loads the seed, and listens.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="Core.Diagnostics.ModelOpsException">The store, the seed or the faults cannot be used.</exception>
    /// <exception cref="IOException">The port is taken, or a file cannot be read.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var rules = options.FaultsFile is { } file ? FaultFile.Read(file) : null;
        var seed = options.SeedFile is { } seedFile ? SeedFile.Read(seedFile) : null;
        var location = StoreLocation.Of(options.StoreFile);
        StoreEngine? store = null;
        try
        {
            store = await StoreEngine.OpenAsync(location.File, new StoreSchema(ServerContext.ArtifactRootUri, time), cancellationToken);
            var behavior = options.BehavesLike.StartsWith('2') ? Behavior.Mlflow2 : Behavior.Mlflow3;
            var context = new ServerContext(store, behavior, location.ArtifactDirectory, time);
            var root = new ArtifactRoot(location.ArtifactDirectory);
            root.RemoveAbandoned(time.GetUtcNow());
            if (seed is not null)
            {
                await new SeedLoader(context).LoadAsync(seed, cancellationToken);
            }

            var faults = rules is null ? null : new FaultInjector(rules, context);
            var uploads = options.Multipart ? new MultipartUploads(root, time) : null;
            var application = Build(options);
            Pipeline.Configure(application, context, new AccessGuard(behavior, options.AllowedHosts), faults, uploads);
            await application.StartAsync(cancellationToken);
            return new(application, store, location, faults, uploads);
        }
        catch
        {
            await (store?.DisposeAsync() ?? ValueTask.CompletedTask);
            location.Dispose();
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

        await _application.DisposeAsync();
        await (_faults?.DisposeAsync() ?? ValueTask.CompletedTask);
        _uploads?.Dispose();
        await _store.DisposeAsync();
        _location.Dispose();
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
