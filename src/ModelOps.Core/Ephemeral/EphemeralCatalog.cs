namespace ModelOps.Core.Ephemeral;

/// <summary>A catalog that exists for one run of tests; disposing of it cleans it up.</summary>
/// <param name="variables">What a command needs to work in it: addresses, names and no credential beyond those of its server.</param>
/// <param name="description">What it is, for people.</param>
/// <param name="cleanUp">Removes it; never throws.</param>
internal sealed class EphemeralCatalog(IReadOnlyDictionary<string, string> variables, string description, Func<Task> cleanUp) : IAsyncDisposable
{
    private int _isClosed;

    /// <summary>Environment variables for the commands that work in the catalog.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; } = variables;

    /// <summary>What the catalog is, for people.</summary>
    public string Description { get; } = description;

    /// <summary>Cleans up, once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            await cleanUp();
        }
    }
}
