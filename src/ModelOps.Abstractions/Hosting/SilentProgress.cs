namespace ModelOps.Abstractions.Hosting;

/// <summary>Shows nothing.</summary>
public sealed class SilentProgress : IProgressSink, IProgressTask
{
    /// <summary>The one instance.</summary>
    public static SilentProgress Instance { get; } = new();

    /// <inheritdoc />
    public IProgressTask Start(string description, long totalBytes) => this;

    /// <inheritdoc />
    public void Advance(long bytes)
    {
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
