using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.PoorBackend.Tests.Server;

namespace ModelOps.PoorBackend.Tests.Adapter;

/// <summary>Lists of the server: names and numbers only, in the order in which they were made.</summary>
internal sealed class PoorLists(PoorClient client)
{
    /// <summary>Names of all models, in order.</summary>
    public async Task<IReadOnlyList<ModelName>> NamesAsync(CancellationToken cancellationToken)
    {
        var listed = await client.ListAsync(PoorPaths.Models, "models", PoorTokens.Api, cancellationToken);
        return
        [
            .. listed.Select(item => ModelName.TryParse(item.GetProperty("name").GetString()!, out var name) ? name : null)
                .OfType<ModelName>().OrderBy(name => name.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Numbers of all versions, also of those that are archived, newest first; none when there is no such model.</summary>
    public async Task<IReadOnlyList<int>> NumbersAsync(ModelName model, CancellationToken cancellationToken)
    {
        try
        {
            var listed = await client.ListAsync(PoorPaths.Versions(model), "versions", PoorTokens.Api, cancellationToken);
            return [.. listed.Select(item => item.GetProperty("version").GetInt32()).OrderDescending()];
        }
        catch (ModelOpsException failure) when (PoorClient.Is(failure, "NO_MODEL"))
        {
            return [];
        }
    }
}
