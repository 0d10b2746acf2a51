namespace ModelOps.Abstractions.Hosting;

/// <summary>Shows long work.</summary>
public interface IProgressSink
{
    /// <summary>Begins a piece of work.</summary>
    /// <param name="description">What is done, in two or three words.</param>
    /// <param name="totalBytes">Bytes to go through.</param>
    /// <returns>Takes the bytes done; disposing ends the piece.</returns>
    IProgressTask Start(string description, long totalBytes);

    /// <summary>Says why nothing moves, such as a server that is tried again. Nothing by default.</summary>
    /// <param name="line">One line.</param>
    void Note(string line)
    {
    }
}
