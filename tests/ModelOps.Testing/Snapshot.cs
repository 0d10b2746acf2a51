using System.Runtime.CompilerServices;

namespace ModelOps.Testing;

/// <summary>Compares text with a committed file, <c>Data/NAME.verified.txt</c> beside the test's source.</summary>
public static class Snapshot
{
    /// <summary>Fails when the text differs; writes it to <c>NAME.received.txt</c> then, to be looked at and, when it is right, renamed.</summary>
    public static void Match(string actual, string name, [CallerFilePath] string source = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(OnThisMachine(source))!, "Data", name);
        var verified = $"{stem}.verified.txt";
        var received = $"{stem}.received.txt";
        var text = actual.ReplaceLineEndings("\n");
        if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(stem)!);
        File.WriteAllText(received, text);
        throw new InvalidOperationException($"{received} differs from {verified}:\n{text}");
    }

    // A deterministic build writes another root into the path of the source.
    private static string OnThisMachine(string source)
    {
        var path = source.Replace('\\', '/');
        return Path.Combine(TestFiles.Root, path[(path.LastIndexOf("/tests/", StringComparison.Ordinal) + 1)..]);
    }
}
