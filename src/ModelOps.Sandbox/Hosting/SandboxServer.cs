using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ModelOps.Core.Sandbox;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Webhooks;
using ModelOps.Store.Schema;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Hosting;

/// <summary>A server that runs: it listens on its port until it is disposed.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly StoreEngine _store;
    private readonly StoreLocation _location;
    private readonly WebhookHub _webhooks;

    private SandboxServer(WebApplication application, ServerContext server, StoreLocation location)
    {
        _application = application;
        _store = server.Store;
        _webhooks = server.Webhooks;
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
        WebhookHub? webhooks = null;
        try
        {
            store = await StoreEngine.OpenAsync(location.File, new StoreSchema(ServerContext.ArtifactRootUri, time), cancellationToken);
            var behavior = options.BehavesLike.StartsWith('2') ? Behavior.Mlflow2 : Behavior.Mlflow3;
            webhooks = new(store, new(options.AllowPrivateWebhooks), SecretCipher.FromEnvironment(time), time);
            webhooks.Start(behavior);
            var server = new ServerContext(store, behavior, location.ArtifactDirectory, time) { Webhooks = webhooks };
            var application = Build(options, server);
            await application.StartAsync(cancellationToken);
            return new(application, server, location);
        }
        catch
        {
            await (webhooks?.DisposeAsync() ?? ValueTask.CompletedTask);
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
        await _webhooks.DisposeAsync();
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
