namespace ModelOps.Abstractions.Hosting;

/// <summary>A piece of long work under way. May be called from several threads.</summary>
public interface IProgressTask : IDisposable
{
    /// <summary>Adds to what is done.</summary>
    /// <param name="bytes">Bytes done since the last call.</param>
    void Advance(long bytes);
}
