using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Contract;
using ModelOps.Core.Packaging;
using ModelOps.Core.Running;

namespace ModelOps.Core.Sources;

/// <summary>A model as a package, wherever it was named. Disposing closes the package, and removes one that was made for this.</summary>
internal sealed class PackagedSource : IAsyncDisposable
{
    private readonly PrivateDirectory? _directory;

    private PackagedSource(ModelPackage package, string name, PrivateDirectory? directory) => (Package, Name, _directory) = (package, name, directory);

    /// <summary>The package; its bytes are verified.</summary>
    public ModelPackage Package { get; }

    /// <summary>The model for people: the full path or the reference that was given.</summary>
    public string Name { get; }

    /// <summary>Commit that was written down beside the package when it was made; null where that is not known, and for what was no package yet.</summary>
    public string? ReadRecord(VerbContext context)
    {
        if (_directory is not null)
        {
            return null;
        }

        var (record, problem) = ProvenanceFile.Read(Package);
        if (problem is not null)
        {
            context.Report(problem);
        }

        return record?.Commit;
    }

    /// <summary>Opens a model as a package; one that is none yet is packed as <c>package</c> would.</summary>
    /// <param name="source">Full path of a directory or a package that exists, or a reference.</param>
    /// <param name="environment">Environment in which a reference is looked up; null for that which <c>register</c> would use.</param>
    /// <param name="context">The verb's context.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ModelOpsException">There is no model, or its bytes are not those that were registered or packed.</exception>
    public static async Task<PackagedSource> OpenAsync(string source, string? environment, VerbContext context, CancellationToken cancellationToken)
    {
        if (!ReferenceText.IsReference(source) && !Directory.Exists(source))
        {
            return new(await ModelSource.OpenPackageAsync(source, context, cancellationToken), source, directory: null);
        }

        var directory = new PrivateDirectory();
        try
        {
            var file = Path.Combine(directory.Path, "source.modelpkg");
            using var model = await ModelSource.OpenAsync(source, environment, context, cancellationToken);
            await using var content = DirectoryContent.Open(model.Directory);
            await PackageWriter.WriteAsync(content, file, context.Progress, cancellationToken);
            return new(await ModelPackage.OpenAsync(file, cancellationToken), source, directory);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Package.DisposeAsync();
        _directory?.Dispose();
    }
}
