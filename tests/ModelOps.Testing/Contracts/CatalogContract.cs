using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;
using Xunit;

namespace ModelOps.Testing.Contracts;

/// <summary>What the suites of all ports need: a catalog that is opened once for every test, and names that no other test uses.</summary>
public abstract class CatalogContract : IAsyncLifetime
{
    /// <summary>When runs of the suites begin: a whole second, so that no backend has to round it.</summary>
    protected static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    // What waits longer than this waits for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private ICatalog? _catalog;

    /// <summary>The backend as it is opened by a verb.</summary>
    protected ICatalog Catalog => _catalog ?? throw new InvalidOperationException("The catalog is opened before a test begins.");

    public async Task InitializeAsync() => _catalog = await OpenAsync();

    public async Task DisposeAsync()
    {
        if (_catalog is not null)
        {
            await _catalog.DisposeAsync();
        }
    }

    /// <summary>Opens the backend. Tests of one class may share what is behind it: none relies on an empty one.</summary>
    protected abstract Task<ICatalog> OpenAsync();

    /// <summary>A word that no other test has.</summary>
    protected static string Unique() => "t" + Guid.NewGuid().ToString("N")[..10];

    /// <summary>A run in an experiment of its own kind.</summary>
    protected async Task<Run> RunAsync(params Tag[] tags)
    {
        var experiment = await Catalog.Tracking.EnsureExperimentAsync("contract", CancellationToken.None);
        return await Catalog.Tracking.CreateRunAsync(new(experiment, "contract", Start, tags), CancellationToken.None);
    }

    /// <summary>Waits for a failure that a port may have: one with a code of catalogs.</summary>
    protected static async Task<ModelOpsException> FailsAsync(Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(call);
        Assert.All(failure.Diagnostics, diagnostic => Assert.StartsWith("MOP20", diagnostic.Code, StringComparison.Ordinal));
        return failure;
    }

    /// <summary>Waits for the end of a cancelled call, not longer than a person would.</summary>
    protected static async Task EndsCancelledAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        var running = Task.Run(() => call(cancellationToken), CancellationToken.None);
        Assert.Same(running, await Task.WhenAny(running, Task.Delay(Patience, CancellationToken.None)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    /// <summary>Starts a call, cancels it as soon as it has begun its work, and waits for its end.</summary>
    /// <param name="call">Given a stream that it reads for ever, and the token to watch.</param>
    protected static async Task EndsWhenCancelledAsync(Func<StalledStream, CancellationToken, Task> call)
    {
        using var source = new CancellationTokenSource();
        await using var stream = new StalledStream();
        var running = EndsCancelledAsync(token => call(stream, token), source.Token);
        await stream.IsRead.WaitAsync(Patience, CancellationToken.None);
        await source.CancelAsync();
        await running;
    }
}
