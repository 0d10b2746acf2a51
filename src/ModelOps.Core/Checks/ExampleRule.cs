using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Json;
using ModelOps.Core.Models;
using ModelOps.Core.Models.Signature;

namespace ModelOps.Core.Checks;

/// <summary>The input example and the request body made of it pass the model's own signature.</summary>
internal sealed class ExampleRule : ICheckRule
{
    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits)
    {
        if (model.Model?.Value is not { Example: { } example } mlmodel)
        {
            return [];
        }

        var signature = mlmodel.Signature?.Value;
        return
        [
            .. CheckFile(model, example.ArtifactPath, (fit, root) => ExampleReader.ReadExample(example, fit, root), signature),
            .. CheckFile(model, example.ServingPath, (fit, root) => ExampleReader.ReadRequest(fit, root), signature),
        ];
    }

    private static IEnumerable<Diagnostic> CheckFile(
        ModelDirectory model, LocatedText? path, Action<ExampleFit, JsonTree> read, ModelSignature? signature)
    {
        if (path is null || model.Find(path.Text) != EntryKind.File || model.IsPointer(path.Text))
        {
            return [];
        }

        var file = model.FullPath(path.Text);
        var length = new FileInfo(file).Length;
        if (length > SafeJson.MaxBytes)
        {
            return [ModelDiagnostics.ExampleMalformed.At($"The example has {length} bytes; the limit is {SafeJson.MaxBytes}, so it is not looked at.", new(file)) with { Severity = Severity.Warning }];
        }

        var problems = new List<Diagnostic>();
        var source = JsonSource.OfFile(file, File.ReadAllBytes(file));
        if (ExampleJson.Parse(source, problems) is { Kind: not JsonValueKind.Undefined } root)
        {
            read(new(source, signature, problems), root);
        }

        return problems;
    }
}
