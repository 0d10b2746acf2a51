using System.Diagnostics.CodeAnalysis;
using System.Runtime.Loader;

namespace ModelOps.Sandbox.Hosting;

/// <summary>The toolkit's assemblies of a front, in a directory that is not the sandbox's own.</summary>
internal static class SharedAssemblies
{
    /// <summary>Takes from a directory what is neither beside the sandbox nor part of the runtime.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A native program has all in itself and calls this never.")]
    public static void TakeFrom(string directory) => AssemblyLoadContext.Default.Resolving += (context, name) =>
        Path.Combine(directory, $"{name.Name}.dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
}
