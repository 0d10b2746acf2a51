using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ModelOps.Core.Sandbox;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Schema;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Hosting;

/// <summary>A server that runs: it listens on its port until it is disposed.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly StoreEngine _store;
    private readonly StoreLocation _location;

    private SandboxServer(WebApplication application, StoreEngine store, StoreLocation location)
    {
        _application = application;
        _store = store;
        _location = location;
    }

    /// <summary>Tracking and registry URI.</summary>
    public string Uri => _application.Urls.Single();

    /// <summary>The SQLite file, absolute.</summary>
    public string StoreFile => _store.File;

    /// <summary>Opens the store and listens.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="Core.Diagnostics.ModelOpsException">The store cannot be used.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var location = StoreLocation.Of(options.StoreFile);
        StoreEngine? store = null;
        try
        {
            store = await StoreEngine.OpenAsync(location.File, new StoreSchema(ServerContext.ArtifactRootUri, time), cancellationToken);
            var behavior = options.BehavesLike.StartsWith('2') ? Behavior.Mlflow2 : Behavior.Mlflow3;
            var application = Build(options, new(store, behavior, location.ArtifactDirectory, time));
            await application.StartAsync(cancellationToken);
            return new(application, store, location);
        }
        catch
        {
            await (store?.DisposeAsync() ?? ValueTask.CompletedTask);
            location.Dispose();
            throw;
        }
    }

    /// <summary>Ends after the calls that are being answered.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        await _store.DisposeAsync();
        _location.Dispose();
    }

    private static WebApplication Build(SandboxOptions options, ServerContext server)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Parse(options.Host), options.Port);
        });
        builder.Services.AddRoutingCore();
        var application = builder.Build();
        Pipeline.Configure(application, server);
        return application;
    }
}
