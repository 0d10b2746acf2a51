using System.Runtime.CompilerServices;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Mlflow;

/// <summary>Goes through the pages of a search.</summary>
internal static class Pages
{
    /// <summary>Most pages of a search.</summary>
    public const int MaxPages = 10_000;

    // A page may be empty where others were filtered on the server's side; so many in a row are no search.
    private const int MaxEmptyPages = 100;

    /// <summary>Items of all pages in order; a page is asked for when the items before it were taken.</summary>
    /// <param name="read">Reads the page of a token; null for the first. Gives the items and the token of the next page, if there is one.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ModelOpsException">The server gives one token twice (MOP2005), or pages, items or bytes without number (MOP2120), so that there is no end.</exception>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Func<string?, SearchBudget, Task<(IReadOnlyList<T>? Items, string? NextToken)>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var budget = new SearchBudget();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        var empty = 0;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            (var items, token) = await read(token, budget);
            empty = items is { Count: > 0 } ? 0 : empty + 1;
            foreach (var item in WireNumbers.Items(items, "an item of a search"))
            {
                budget.AddItem();
                yield return item;
            }

            if (seen.Count >= MaxPages || empty >= MaxEmptyPages)
            {
                throw SearchBudget.NoEnd(empty > 0 ? $"A search goes on after {empty} empty pages." : $"A search has more than {MaxPages} pages.");
            }

            if (!string.IsNullOrEmpty(token) && !seen.Add(token))
            {
                throw new ModelOpsException(
                    ExitCode.RemoteFailure, RegistryDiagnostics.UnexpectedAnswer.At(
                        "A search gave the token of one page twice: it would never end."));
            }
        }
        while (!string.IsNullOrEmpty(token));
    }
}
