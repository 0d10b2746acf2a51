using System.Diagnostics.CodeAnalysis;

namespace ModelOps.Abstractions.IO;

/// <summary>Where the files of the toolkit lie that are no assemblies.</summary>
internal static class InstalledFiles
{
    /// <summary>Directory of the assemblies, which a host of plug-ins may have loaded from anywhere; of a native program, the one that it really is in.</summary>
    public static string Directory { get; } = Find();

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "A native program has no such file, and says where it is itself.")]
    private static string Find() =>
        typeof(InstalledFiles).Assembly.Location is { Length: > 0 } assembly ? Path.GetDirectoryName(assembly)! : AppContext.BaseDirectory;
}
