using System.Runtime.InteropServices;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Cli;

/// <summary>
/// OpenSSL, by which .NET computes hashes and speaks TLS on Linux, and which it does not bring. Where it is missing, .NET aborts the process at the first
/// hash, and libgit2 jumps to nowhere.
/// </summary>
internal static class OpenSslLibrary
{
    // As .NET looks for it.
    private static readonly string[] Files = ["libssl.so.3", "libssl.so.1.1"];

    /// <summary>What to say where it is missing; null where it is there, and on other systems.</summary>
    public static Diagnostic? Missing() => !OperatingSystem.IsLinux() || Array.Exists(Files, file => NativeLibrary.TryLoad(file, out _))
        ? null
        : HostDiagnostics.FileFailed.At(
            $"OpenSSL was not found: neither {Files[0]} nor {Files[1]} can be loaded. Install it by the package libssl3 (Debian, Ubuntu) or openssl-libs (RHEL, Fedora).");
}
