using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Sources;

/// <summary>The one answer to "where is this model": a directory, a package, a path of a run, a version, an alias, a logged model.</summary>
internal static class ModelSource
{
    /// <summary>Opens a model as a directory. What is not a directory is copied, verified, into one that only this user may enter.</summary>
    /// <param name="source">Full path of a directory or a package that exists, or a reference.</param>
    /// <param name="environment">Environment in which a reference is looked up; null for that which <c>register</c> would use.</param>
    /// <param name="context">The verb's context.</param>
    /// <param name="cancellationToken">Ends the look-up and the transfer.</param>
    /// <exception cref="ModelOpsException">There is no model, it does not fit on the disk, or its bytes are not those that were registered or packed.</exception>
    public static async Task<OpenedModel> OpenAsync(string source, string? environment, VerbContext context, CancellationToken cancellationToken)
    {
        if (Directory.Exists(source))
        {
            return OpenedModel.Of(source);
        }

        await using var opened = await OpenedSource.OpenAsync(source, new EnvironmentResolver(context).NamedOrDefault(environment), context, cancellationToken);
        var directory = new PrivateDirectory();
        try
        {
            FetchLimits.Require(opened.Content.Files, directory.Path, opened.Name);
            opened.Require(ContentIdentity.Of(await ContentWriter.WriteAsync(opened.Content, directory.Path, "Writing", isReadOnly: false, context.Progress, cancellationToken)));
            return OpenedModel.Of(directory, opened.Name, opened.ShortName);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Opens a package whose bytes are what its manifest says.</summary>
    /// <exception cref="ModelOpsException">It is none (exit 2), or they are not (exit 3).</exception>
    public static async Task<ModelPackage> OpenPackageAsync(string file, VerbContext context, CancellationToken cancellationToken)
    {
        var package = await ModelPackage.OpenAsync(file, cancellationToken);
        try
        {
            return await PackageVerifier.VerifyAsync(package, context.Progress, cancellationToken) is { Count: > 0 } problems
                ? throw new ModelOpsException(ExitCode.GateFailed, problems)
                : package;
        }
        catch
        {
            await package.DisposeAsync();
            throw;
        }
    }
}
