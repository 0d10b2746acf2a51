using System.Runtime.CompilerServices;

namespace ModelOps.FileStore.Files;

/// <summary>Lists that are read from files while they are gone through.</summary>
internal static class Listing
{
    /// <summary>Goes through a list; whoever waits for its next item can end it.</summary>
    public static async IAsyncEnumerable<T> Of<T>(IEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
