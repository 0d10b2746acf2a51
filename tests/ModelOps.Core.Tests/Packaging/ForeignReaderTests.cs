using System.ComponentModel;
using System.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Packaging;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Packaging;

public sealed class ForeignReaderTests
{
    private const string Script = """
        import sys, zipfile, hashlib, json
        archive = zipfile.ZipFile(sys.argv[1])
        assert archive.testzip() is None
        manifest = json.loads(archive.read('manifest.json'))
        digests = [hashlib.sha256(archive.read('model/' + entry['path'])) for entry in manifest['files']]
        assert [digest.hexdigest() for digest in digests] == [entry['sha256'] for entry in manifest['files']]
        assert len(archive.infolist()) == len(digests) + 1
        print('sha256:' + hashlib.sha256(b''.join(digest.digest() for digest in digests)).hexdigest())
        """;

    [PythonFact]
    public async Task Python_reads_a_package_and_computes_the_same_digest()
    {
        using var directory = new TempDirectory();
        var file = directory.File("model.modelpkg");
        var content = MemoryContent.Of(("MLmodel", "flavors: {}"), ("a/\u6A21 \"\U0001F600", "weights"), ("a-1", ""), ("\uFFFD", new string('x', 700_000)));
        var digest = await PackageWriter.WriteAsync(content, file, SilentProgress.Instance, CancellationToken.None);

        var start = new ProcessStartInfo("python3") { ArgumentList = { "-c", Script, file }, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        Assert.Equal(digest.Value, (await process.StandardOutput.ReadToEndAsync()).Trim());
        Assert.Empty(await error);
    }

    /// <summary>Skipped, by name, where there is no Python.</summary>
    private sealed class PythonFactAttribute : FactAttribute
    {
        public PythonFactAttribute() => Skip = HasPython() ? null : "needs python3";

        private static bool HasPython()
        {
            try
            {
                var start = new ProcessStartInfo("python3") { ArgumentList = { "-c", "import zipfile" }, RedirectStandardError = true };
                using var process = Process.Start(start)!;
                process.WaitForExit();
                return process.ExitCode == 0;
            }
            catch (Win32Exception)
            {
                return false;
            }
        }
    }
}
