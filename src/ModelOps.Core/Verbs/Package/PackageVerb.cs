using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;
using ModelOps.Core.Models;
using ModelOps.Core.Packaging;
using ModelOps.Core.Running;
using ModelOps.Core.Sources;
using ModelOps.Core.Verbs.Check;

namespace ModelOps.Core.Verbs.Package;

internal sealed class PackageVerb : IVerb<PackageSettings, PackageResult>
{
    private const string Extension = ".modelpkg";

    public Task<VerbOutcome<PackageResult>> RunAsync(PackageSettings settings, VerbContext context, CancellationToken cancellationToken) =>
        settings switch
    {
        { Path: not null, Verify: not null } => throw BadInput(InputDiagnostics.Conflict.At(
            "Inputs 'path' and 'verify' exclude each other: pack a directory or verify a package.")),
        { Output: not null, Verify: not null } => throw BadInput(InputDiagnostics.Conflict.At(
            "Input 'output' needs 'path': 'verify' writes nothing.")),
        { Path: { } source } => PackAsync(source, name: null, settings, context, cancellationToken),
        { Verify: { } file } => VerifyAsync(file, context, cancellationToken),
        { Model: { } model } => PackAsync(DirectoryOf(model, context), model.Value, settings, context, cancellationToken),
        _ => throw BadInput(InputDiagnostics.Missing.At(
            $"One of the inputs 'path' and 'verify' is required: the model directory to pack, or the package to verify.{ListedModels.Hint(context.Configuration)}")),
    };

    private static async Task<VerbOutcome<PackageResult>> PackAsync(
        string source, string? name, PackageSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        using var model = await ModelSource.OpenAsync(source, settings.Environment, context, cancellationToken);
        var directory = model.Directory;
        var output = settings.Output ?? Path.Combine(context.WorkingDirectory, (name is null ? model.ShortName : ModelFileName.Of(name)) + Extension);
        var relative = Path.GetRelativePath(directory, output);
        if (!Path.IsPathRooted(relative) && !relative.Split(Path.DirectorySeparatorChar)[0].Equals("..", StringComparison.Ordinal))
        {
            throw BadInput(PackagingDiagnostics.OutputInside.At($"The package '{relative}' would be inside the model directory '{directory}'. Give --output a path outside of it.", new(output)));
        }

        await using var content = DirectoryContent.Open(directory);
        foreach (var note in content.LeftOut)
        {
            context.Report(note);
        }

        var digest = await PackageWriter.WriteAsync(content, output, context.Progress, cancellationToken);
        var commit = ReferenceText.IsReference(source) || model.IsCopy ? null : (await context.WitnessReader(directory, cancellationToken)).Model?.Commit;
        await ProvenanceFile.WriteAsync(output, ContentIdentity.Of(digest), commit, cancellationToken);
        context.Suggest(ModelCheck.SectionsOf(context.Configuration, source) is [var section]
            ? ["register", NextWords.Path(output, context.WorkingDirectory), .. NextWords.Model(section.Name, context)]
            : null);
        return new(Result(output, digest));
    }

    private static async Task<VerbOutcome<PackageResult>> VerifyAsync(string file, VerbContext context, CancellationToken cancellationToken)
    {
        await using var package = await ModelPackage.OpenAsync(file, cancellationToken);
        var problems = await PackageVerifier.VerifyAsync(package, context.Progress, cancellationToken);
        foreach (var problem in problems)
        {
            context.Report(problem);
        }

        return new(Result(file, package.Digest), problems.Count == 0 ? ExitCode.Ok : ExitCode.GateFailed);
    }

    private static string DirectoryOf(ModelName model, VerbContext context) => context.Configuration.Find(model.Value) is { } section
        ? Path.GetFullPath(section.Path, context.Configuration.Directory ?? context.WorkingDirectory)
        : throw BadInput(SeriesDiagnostics.NotListed.At(ListedModels.Unknown(context.Configuration, model.Value)));

    private static PackageResult Result(string file, ContentDigest digest) =>
        new() { Package = file, Digest = digest.Value, Files = digest.Files.Count, Bytes = digest.Bytes };

    private static ModelOpsException BadInput(Diagnostic diagnostic) => new(ExitCode.BadInput, diagnostic);
}
