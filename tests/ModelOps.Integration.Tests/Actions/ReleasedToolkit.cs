using System.Security.Cryptography;
using System.Text;
using ModelOps.Integration.Tests.Node;
using ModelOps.Surfaces;
using ModelOps.Surfaces.Packing;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Actions;

/// <summary>The toolkit as the commit of a release has it, on a machine that may fetch its archive and has no .NET.</summary>
internal static class ReleasedToolkit
{
    private const string Repository = "your-organisation/modelops-toolkit";

    /// <summary>Lays it out beside a machine's commands, once; its program is the machine's own <c>modelops</c>.</summary>
    /// <returns>Its directory.</returns>
    public static string LayOut(CommandStub machine)
    {
        var directory = Path.Combine(Path.GetDirectoryName(machine.Bin)!, "toolkit");
        if (Directory.Exists(directory))
        {
            return directory;
        }

        TestFiles.CopyDirectory(Path.Combine(TestFiles.Root, "actions"), Path.Combine(directory, "actions"));
        File.Copy(Path.Combine(TestFiles.Root, "Directory.Build.props"), Path.Combine(directory, "Directory.Build.props"));
        var program = $"#!/usr/bin/env bash\nif [ \"$1\" = --version ]; then echo {ToolkitVersion.Full}; exit; fi\nexec \"{machine.Bin}/modelops\" \"$@\"\n";
        var archive = TarArchive.Write([new("bin/modelops", Encoding.UTF8.GetBytes(program), IsProgram: true), new("lib/modelops/libnone.so", [])], DateTimeOffset.UnixEpoch);
        var file = Path.Combine(directory, "served.tar.gz");
        File.WriteAllBytes(file, archive);
        var release = new ReleaseRecord(Repository, ToolkitVersion.Full, new string('1', 40), $"https://releases.example/{ReleaseArchive.FileName}", Convert.ToHexStringLower(SHA256.HashData(archive)));
        File.WriteAllText(Path.Combine(directory, ReleaseRecord.Path), release.ToText());
        machine.Add("curl", $"#!/usr/bin/env bash\nwhile [ \"$1\" != --output ]; do shift; done\ncp '{file}' \"$2\"\necho 200\n");
        machine.Add("uname", "#!/bin/sh\necho Linux x86_64\n");
        machine.Add("getconf", "#!/bin/sh\necho glibc 2.34\n");
        return directory;
    }
}
