using ModelOps.Surfaces.Azure;
using ModelOps.Surfaces.Packing;

namespace ModelOps.Surfaces;

/// <summary>What the commit of a release has and the commit that it was built from has not: where its archive is.</summary>
internal static class ReleaseCommit
{
    /// <summary>Writes the files that differ.</summary>
    /// <param name="root">Root of the repository, at the commit that the archive was built from.</param>
    /// <param name="release">The release.</param>
    public static void Write(string root, ReleaseRecord release)
    {
        File.WriteAllText(Path.Combine(root, ReleaseRecord.Path), release.ToText());
        File.WriteAllText(Path.Combine(root, SetupStepEmitter.Path), SetupStepEmitter.EmitTemplate(release));
    }
}
