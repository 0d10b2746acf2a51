using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Abstractions.Catalogs;

/// <summary>The backends that there are, and what their descriptors say of an address.</summary>
/// <param name="all">The backends; of two that serve a scheme the first counts.</param>
public sealed class BackendList(IReadOnlyList<IBackend> all)
{
    /// <summary>What each is called and which variables are its own.</summary>
    public IEnumerable<BackendDescriptor> Descriptors => all.Select(backend => backend.Descriptor);

    /// <summary>The backend that serves a URI; null when none does.</summary>
    /// <param name="uri">Any URI.</param>
    public IBackend? Find(string uri) => all.FirstOrDefault(backend => backend.Descriptor.Serves(uri));

    /// <summary>The backend that keeps the files at a location; null when none does for any tracking store.</summary>
    /// <param name="location">Any location.</param>
    public IBackend? FindKeeper(string location) => all.FirstOrDefault(backend => backend.Descriptor.Keeps(location));

    /// <summary>Whether all of a catalog is on this machine.</summary>
    public bool IsLocal(CatalogAddress address) => UrisOf(address).All(uri => Find(uri)?.Descriptor.IsLocal == true);

    /// <summary>The catalog's address for a reader in another directory.</summary>
    public CatalogAddress Absolute(CatalogAddress address) => address with
    {
        TrackingUri = Absolute(address.TrackingUri, address.WorkingDirectory),
        RegistryUri = Absolute(address.RegistryUri, address.WorkingDirectory),
    };

    /// <summary>Variables that a command which works in a catalog signs in and connects with.</summary>
    public IReadOnlyList<string> ClientVariables(CatalogAddress address) =>
        [.. UrisOf(address).SelectMany(uri => Find(uri)?.Descriptor.ClientVariables ?? []).Distinct(StringComparer.Ordinal)];

    /// <summary>Refuses an address that no backend serves.</summary>
    /// <exception cref="ModelOpsException">There is one (MOP2001); each is named.</exception>
    internal void Require(CatalogAddress address)
    {
        var expected = string.Join(", ", Descriptors.Select(descriptor => $"{descriptor.AddressForm} ({descriptor.Name})"));
        var problems = UrisOf(address).Where(uri => Find(uri) is null)
            .Select(uri => RegistryDiagnostics.UnsupportedUri.At($"No backend serves '{CatalogUri.Redact(uri)}'. Expected {expected}."))
            .ToList();
        if (problems.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, problems);
        }
    }

    private static IEnumerable<string> UrisOf(CatalogAddress address) => new[] { address.TrackingUri, address.RegistryUri }.Distinct(StringComparer.Ordinal);

    private string Absolute(string uri, string directory) => Find(uri)?.Absolute(uri, directory) ?? uri;
}
