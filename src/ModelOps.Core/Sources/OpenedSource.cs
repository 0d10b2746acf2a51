using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Sources;

/// <summary>The files of a model where they are, however it is named. Disposing closes what they are read from.</summary>
/// <param name="Content">The files.</param>
/// <param name="Name">The model for people: the path or the reference that was given.</param>
/// <param name="ShortName">A word to name a file after.</param>
internal sealed record OpenedSource(IModelContent Content, string Name, string ShortName) : IAsyncDisposable
{
    /// <summary>The version; null for anything else.</summary>
    public ModelVersion? Version { get; init; }

    /// <summary>What the files must be; null where nobody has written it down.</summary>
    public ContentIdentity? Expected { get; init; }

    /// <summary>The catalog that was opened for this; null where none was.</summary>
    public ICatalog? Catalog { get; init; }

    /// <summary>Opens a model.</summary>
    /// <param name="source">Full path of a directory or a package that exists, or a reference.</param>
    /// <param name="environment">Where a reference is looked up.</param>
    /// <param name="context">The verb's context.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <exception cref="ModelOpsException">There is no model, or a package is not what its manifest says.</exception>
    public static async Task<OpenedSource> OpenAsync(string source, ReleaseEnvironment environment, VerbContext context, CancellationToken cancellationToken)
    {
        if (ReferenceText.IsReference(source))
        {
            return await ReferenceResolver.OpenAsync(ModelReference.Parse(source), environment, context, cancellationToken);
        }

        if (Directory.Exists(source))
        {
            return new(DirectoryContent.Open(source), source, Path.GetFileName(Path.TrimEndingDirectorySeparator(source)));
        }

        var package = await ModelSource.OpenPackageAsync(source, context, cancellationToken);
        return new(package, source, Path.GetFileNameWithoutExtension(source)) { Expected = ContentIdentity.Of(package.Digest) };
    }

    /// <summary>The files of a version.</summary>
    public static OpenedSource Of(IModelContent content, string name, string shortName, ModelVersion? version, ICatalog catalog) =>
        new(content, name, shortName) { Version = version, Expected = version is null ? null : ContentIdentity.Of(version), Catalog = catalog };

    /// <summary>Refuses bytes or names other than those that were written down.</summary>
    /// <exception cref="ModelOpsException">They differ (MOP3001, exit 3).</exception>
    public void Require(ContentIdentity found)
    {
        if (Expected is not null && Expected != found)
        {
            throw new ModelOpsException(ExitCode.GateFailed, ReleaseDiagnostics.DigestMismatch.At(
                $"The files of {Name} have the digest {found.Digest}; expected {Expected.Digest} and the names of its manifest."));
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        if (Catalog is not null)
        {
            await Catalog.DisposeAsync();
        }
    }
}
