using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Mlflow;

/// <summary>What one search or listing may bring: whoever asks keeps much of it in memory, and a server can answer without an end.</summary>
internal sealed class SearchBudget
{
    /// <summary>Most bytes of all answers.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    /// <summary>Most items.</summary>
    public const int MaxItems = 500_000;

    private long _bytes;
    private int _items;

    /// <summary>Counts an answer.</summary>
    /// <exception cref="ModelOpsException">It is one too many (MOP2120).</exception>
    public void AddBytes(long bytes)
    {
        if ((_bytes += bytes) > MaxBytes)
        {
            throw NoEnd($"A search has more than {MaxBytes >> 20} MiB of answers.");
        }
    }

    /// <summary>Counts an item.</summary>
    /// <exception cref="ModelOpsException">It is one too many (MOP2120).</exception>
    public void AddItem()
    {
        if (++_items > MaxItems)
        {
            throw NoEnd($"A search has more than {MaxItems} items.");
        }
    }

    /// <summary>What to throw where a server goes on without an end.</summary>
    public static ModelOpsException NoEnd(string message) => new(ExitCode.RemoteFailure, NetworkDiagnostics.NoEnd.At(message));
}
