using System.Net.Http.Headers;
using System.Text;

namespace ModelOps.Http.Credentials;

/// <summary>The same header for every call, or none. No refresh changes it.</summary>
internal sealed class StaticCredentials : ICredentials
{
    private readonly AuthenticationHeaderValue? _header;

    private StaticCredentials(AuthenticationHeaderValue? header) => _header = header;

    /// <summary>Calls without a header.</summary>
    public static StaticCredentials None { get; } = new(null);

    /// <summary>What the header carries after its scheme; null when there is no header.</summary>
    public string? Parameter => _header?.Parameter;

    /// <summary>A user and a password.</summary>
    public static StaticCredentials Basic(string user, string password) =>
        new(new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))));

    /// <summary>A token.</summary>
    /// <param name="token">One that <see cref="HeaderText.IsToken"/> takes.</param>
    public static StaticCredentials Bearer(string token) => new(new("Bearer", token));

    /// <inheritdoc />
    public ValueTask<AuthenticationHeaderValue?> GetAsync(string audience, bool forceRefresh, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_header);
}
