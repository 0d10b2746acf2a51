using System.Diagnostics;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Packages;

/// <summary>
/// The root of a machine that has the unpacked archive, the C library and, if it is told, OpenSSL, and nothing else: no shell, no git, no list of users.
/// All of it is read-only but <c>/work</c>. What runs in it has a user whom nothing names, and not one variable.
/// </summary>
internal sealed class BareRoot : IDisposable
{
    private const string Unshare = "/usr/bin/unshare";
    private const string Loader = "/lib64/ld-linux-x86-64.so.2";

    // A user that may mount in a space of mounts of its own, and in there one that may do nothing.
    private const string Enter = """
        root=$1; work=$2; shift 2
        mount --rbind "$root" "$root" && mount --bind "$work" "$root/work" && mount --rbind /proc "$root/proc" && mount --rbind /dev "$root/dev" \
          && mount -o remount,ro,bind "$root" \
          && exec env -i /usr/bin/unshare --user --map-user=1234 --map-group=1234 --root="$root" --wd=/work "$@"
        """;

    private static readonly string[] CLibrary = ["libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1"];

    // Newer builds of it compress.
    private static readonly string[] OpenSsl = ["libssl.so.3", "libcrypto.so.3", "libz.so.1", "libzstd.so.1"];

    private static readonly string Libraries = Directory.Exists("/lib/x86_64-linux-gnu") ? "/lib/x86_64-linux-gnu" : "/lib64";

    private readonly TempDirectory _directory = new();

    /// <param name="hasOpenSsl">Whether OpenSSL is there.</param>
    public BareRoot(bool hasOpenSsl)
    {
        string[] libraries = [Loader, .. CLibrary.Concat(hasOpenSsl ? OpenSsl : []).Select(name => Path.Combine(Libraries, name))];
        foreach (var library in libraries.Where(File.Exists))
        {
            var target = _directory.File(library[1..]);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(library, target);
        }

        foreach (var name in (string[])["work", "proc", "dev", "opt/modelops"])
        {
            Directory.CreateDirectory(_directory.File(name));
        }
    }

    /// <summary>Why there can be none on this machine; null where there can.</summary>
    public static string? WhyNot { get; } =
        !OperatingSystem.IsLinux() || !File.Exists(Unshare) || !File.Exists(Loader) ? "needs unshare and glibc on x64"
        : !File.Exists(Path.Combine(Libraries, OpenSsl[0])) ? "OpenSSL 3 is not installed"
        : !CanEnter() ? "this machine lets nobody make a root of its own (unshare)"
        : null;

    /// <summary>Directory into which the archive is unpacked; <c>/opt/modelops</c> in there.</summary>
    public string Installation => _directory.File("opt/modelops");

    /// <summary>The call of a program in there.</summary>
    /// <param name="work">What <c>/work</c> is.</param>
    /// <param name="program">The program, as it is called in there, and its words.</param>
    public (string Program, IReadOnlyList<string> Words) Call(string work, params string[] program) =>
        (Unshare, ["--map-root-user", "--mount", "--", "/bin/sh", "-c", Enter, "sh", _directory.Path, work, .. program]);

    public void Dispose() => _directory.Dispose();

    private static bool CanEnter()
    {
        using var root = new TempDirectory();
        foreach (var name in (string[])["work", "proc", "dev"])
        {
            Directory.CreateDirectory(root.File(name));
        }

        // The program is not there, which only who has come in can find out (127); what is refused before is 1.
        var start = new ProcessStartInfo(Unshare) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var word in (string[])["--map-root-user", "--mount", "--", "/bin/sh", "-c", Enter, "sh", root.Path, root.File("work"), "/none"])
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode == 127;
    }
}
