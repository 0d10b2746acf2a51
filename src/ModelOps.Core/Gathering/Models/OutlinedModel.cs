using ModelOps.Abstractions.Hosting;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Packaging;
using ModelOps.Core.Sources;
using ModelOps.Core.Yaml;

namespace ModelOps.Core.Gathering.Models;

/// <summary>
/// The files of a package as a directory that rules can look at. No rule reads a file larger than YAML and JSON may be, so a hole of the same length
/// stands for what is larger: weights of many gigabytes cost neither time nor disk.
/// </summary>
internal static class OutlinedModel
{
    private const long MaxCopiedBytes = SafeYaml.MaxBytes;

    /// <summary>Writes the outline. Disposing removes it.</summary>
    /// <param name="package">The package, whose names were read and are safe.</param>
    /// <param name="name">The model for people, instead of the places in the outline.</param>
    /// <param name="progress">Shows the work.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<OpenedModel> CreateAsync(ModelPackage package, string name, IProgressSink progress, CancellationToken cancellationToken)
    {
        var directory = new PrivateDirectory();
        try
        {
            var read = new ContentPart(package, [.. package.Files.Where(file => file.Length <= MaxCopiedBytes)]);
            await ContentWriter.WriteAsync(read, directory.Path, "Checking", isReadOnly: false, progress, cancellationToken);
            foreach (var file in package.Files.Where(file => file.Length > MaxCopiedBytes))
            {
                WriteHole(Path.Combine(directory.Path, file.Path), file.Length);
            }

            return OpenedModel.Of(directory, name, name);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    private static void WriteHole(string path, long length)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.SetLength(length);
    }
}
