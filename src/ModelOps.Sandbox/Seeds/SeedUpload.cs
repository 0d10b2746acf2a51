using ModelOps.Abstractions.IO;
using ModelOps.Sandbox.Artifacts;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Seeds;

/// <summary>Copies the files of a directory into the artifacts of the server. Links, pipes and devices are left out.</summary>
internal static class SeedUpload
{
    private static readonly EnumerationOptions Options = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Copies files.</summary>
    /// <param name="server">The server.</param>
    /// <param name="directory">Directory, absolute.</param>
    /// <param name="location">Artifact location.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static void Copy(ServerContext server, string directory, string location, CancellationToken cancellationToken)
    {
        var root = new ArtifactRoot(server.ArtifactDirectory);
        var target = ArtifactLocations.ToPath(server, location);
        foreach (var file in Directory.EnumerateFiles(directory, "*", Options))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (SpecialFile.Describe(file, new FileInfo(file).Length) is not null)
            {
                continue;
            }

            var relative = Path.GetRelativePath(directory, file).Replace(Path.DirectorySeparatorChar, '/');
            var partial = root.NewPartial();
            try
            {
                File.Copy(file, partial);
                root.Place(partial, ArtifactPath.Join(target, ArtifactPath.ParseFile(relative)));
            }
            finally
            {
                File.Delete(partial);
            }
        }
    }
}
