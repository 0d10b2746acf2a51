using System.Net.Http.Headers;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Http.Credentials;

/// <summary>Says who calls. Asked for every call, so that what expires can be renewed. Thread-safe.</summary>
internal interface ICredentials
{
    /// <summary>The header for a call.</summary>
    /// <param name="audience">Whom the header is for; empty for the server itself. One backend may have several.</param>
    /// <param name="forceRefresh">Whether the header that was given last has been refused, so that another one is wanted if there can be one.</param>
    /// <param name="cancellationToken">Ends the wait of this caller, not that of others.</param>
    /// <returns>The header; null to call without one.</returns>
    /// <exception cref="ModelOpsException">There should be one, and it cannot be had (MOP2104).</exception>
    ValueTask<AuthenticationHeaderValue?> GetAsync(string audience, bool forceRefresh, CancellationToken cancellationToken);
}
