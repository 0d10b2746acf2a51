using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Models;
using ModelOps.Core.Models.Environments;

namespace ModelOps.Core.Checks;

/// <summary>Every path stays in the directory and names something that is there.</summary>
internal sealed class ReferencedFileRule : ICheckRule
{
    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits) =>
        Fields(model).Select(field => Check(model, field)).OfType<Diagnostic>();

    private static IEnumerable<PathField> Fields(ModelDirectory model)
    {
        var mlmodel = model.Model?.Value;
        var environments = (mlmodel?.EnvironmentFiles ?? new Dictionary<string, LocatedText>())
            .Select(pair => new PathField($"python_function.env ({pair.Key})", pair.Value.Text, pair.Value.Span, IfMissing: null));
        var constraints = model.AllRequirements
            .Where(requirement => requirement.Kind == RequirementKind.ConstraintsFile && SafeRelativePath.TryValidate(requirement.Target, out _))
            .Select(requirement => new PathField("-c", requirement.Target, requirement.Span!, Severity.Error));
        return [.. mlmodel is null ? [] : PathFields.Of(mlmodel), .. environments, .. constraints];
    }

    private static Diagnostic? Check(ModelDirectory model, PathField field)
    {
        // '.' is the model directory itself; MLflow writes it for a model whose data is the whole directory.
        if (field.Path == ".")
        {
            return null;
        }

        if (!SafeRelativePath.TryValidate(field.Path.EndsWith('/') ? field.Path[..^1] : field.Path, out var problem))
        {
            return CheckDiagnostics.PathLeaves.At($"The path '{field.Path}' of {field.Owner} {problem}.", field.Span);
        }

        return model.Find(field.Path.TrimEnd('/')) switch
        {
            EntryKind.Link => CheckDiagnostics.PathLeaves.At(
                $"The path '{field.Path}' of {field.Owner} goes through a symbolic link.", field.Span),
            EntryKind.Missing when field.IfMissing is { } severity && !(field.Use == PathUse.Stem && HasStem(model, field.Path)) =>
                CheckDiagnostics.FileMissing.At($"{field.Owner} names '{field.Path}', which is not in the model directory.", field.Span) with { Severity = severity },
            _ => null,
        };
    }

    private static bool HasStem(ModelDirectory model, string path) =>
        model.Entries().Any(entry => Path.GetRelativePath(model.Root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/').StartsWith(path + ".", StringComparison.Ordinal));
}
