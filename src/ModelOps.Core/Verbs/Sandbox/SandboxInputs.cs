using System.Net;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Launching;

namespace ModelOps.Core.Verbs.Sandbox;

/// <summary>Turns the inputs of the verb into what the sandbox's process is told.</summary>
internal static class SandboxInputs
{
    private const string StorePrefix = "sqlite:///";
    private const int MaxPort = 65_535;
    private const string LocalName = "localhost";

    private static readonly TimeSpan DetachedTtl = TimeSpan.FromHours(1);

    /// <exception cref="ModelOpsException">Inputs that are not understood, all of them (MOP0002, exit 2).</exception>
    public static SandboxOptions Create(SandboxSettings settings, string workingDirectory)
    {
        var problems = new List<Diagnostic>();
        if (settings.Port > MaxPort)
        {
            problems.Add(InputDiagnostics.Invalid.At($"Input 'port' cannot be {settings.Port}: expected a number from 0 to {MaxPort}."));
        }

        if (settings.WatchProcess is 0)
        {
            problems.Add(InputDiagnostics.Invalid.At("Input 'watch-process' cannot be 0: expected the ID of a process."));
        }

        var options = new SandboxOptions
        {
            StoreFile = settings.Store is { } store ? StoreFile(store, workingDirectory, problems) : null,
            Host = Address(settings.Host, problems),
            Port = settings.Port,
            BehavesLike = InputText.Of(settings.BehavesLike)!,
            TtlSeconds = (settings.Ttl?.Value ?? (settings.Detach ? DetachedTtl : null))?.TotalSeconds,
            SeedFile = settings.Seed,
            FaultsFile = settings.Faults,
            WatchProcess = settings.WatchProcess,
            IsDetached = settings.Detach,
            AllowedHosts = settings.AllowedHosts,
            Multipart = settings.Multipart,
            AllowPrivateWebhooks = settings.AllowPrivateWebhooks,
        };
        return problems.Count == 0 ? options : throw new ModelOpsException(ExitCode.BadInput, problems);
    }

    /// <summary>Whether only this machine reaches an address.</summary>
    public static bool IsLoopback(string host) =>
        IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);

    // A name can mean several addresses, and another one tomorrow.
    private static string Address(string host, List<Diagnostic> problems)
    {
        if (host.Equals(LocalName, StringComparison.OrdinalIgnoreCase))
        {
            return $"{IPAddress.Loopback}";
        }

        if (!IPAddress.TryParse(host, out _))
        {
            problems.Add(InputDiagnostics.Invalid.At($"Input 'host' cannot be '{host}': expected {LocalName} or an IP address, such as 127.0.0.1 or 0.0.0.0."));
        }

        return host;
    }

    private static string? StoreFile(string uri, string workingDirectory, List<Diagnostic> problems)
    {
        var path = uri.StartsWith(StorePrefix, StringComparison.OrdinalIgnoreCase) ? uri[StorePrefix.Length..] : "";
        if (path.Length > 0 && path[^1] != '/' && !path.AsSpan().ContainsAny('?', '#', '\0'))
        {
            return Path.GetFullPath(path, workingDirectory);
        }

        problems.Add(InputDiagnostics.Invalid.At(
            $"Input 'store' cannot be '{CatalogUri.Redact(uri)}': expected sqlite:///relative.db or sqlite:////absolute.db."));
        return null;
    }
}
