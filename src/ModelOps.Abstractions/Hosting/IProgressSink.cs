namespace ModelOps.Abstractions.Hosting;

/// <summary>Shows long work.</summary>
public interface IProgressSink
{
    /// <summary>Begins a piece of work.</summary>
    /// <param name="description">What is done, in two or three words.</param>
    /// <param name="totalBytes">Bytes to go through.</param>
    /// <returns>Takes the bytes done; disposing ends the piece.</returns>
    IProgressTask Start(string description, long totalBytes);
}
