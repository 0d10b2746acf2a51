using System.Runtime.CompilerServices;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Mlflow;

/// <summary>Goes through the pages of a search.</summary>
internal static class Pages
{
    /// <summary>Most pages of a search.</summary>
    public const int MaxPages = 10_000;

    /// <summary>Items of all pages in order.</summary>
    /// <param name="read">Reads the page of a token; null for the first. Gives the items and the token of the next page, if there is one.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ModelOpsException">The server gives one token twice or pages without number, so that there is no end (MOP2005).</exception>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Func<string?, Task<(IReadOnlyList<T>? Items, string? NextToken)>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            (var items, token) = await read(token);
            foreach (var item in items ?? [])
            {
                yield return item;
            }

            if (seen.Count >= MaxPages)
            {
                throw new ModelOpsException(
                    ExitCode.RemoteFailure, RegistryDiagnostics.UnexpectedAnswer.At($"A search has more than {MaxPages} pages."));
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
