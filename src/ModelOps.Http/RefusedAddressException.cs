using System.Net;

namespace ModelOps.Http;

/// <summary>A host that a server named leads to an address that it must not name.</summary>
/// <param name="host">The host.</param>
/// <param name="address">What it resolves to.</param>
internal sealed class RefusedAddressException(string host, IPAddress address)
    : Exception($"{host} leads to {address}, an address of this machine, its link or its cloud's own services");
