using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Json;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Models.Signature;

/// <summary>Reads the three JSON texts of a signature.</summary>
internal sealed class SignatureReader(YamlSource yaml)
{
    private readonly List<Diagnostic> _problems = [];

    public Reading<ModelSignature> Read(YamlMappingNode signature)
    {
        var inputs = ReadPart(signature, "inputs", (reader, items) => reader.ReadSchema(items));
        var outputs = ReadPart(signature, "outputs", (reader, items) => reader.ReadSchema(items));
        var parameters = ReadPart(signature, "params", (reader, items) => reader.ReadParams(items));
        return new(new(yaml.At(signature), inputs, outputs, parameters), _problems);
    }

    private T? ReadPart<T>(YamlMappingNode signature, string key, Func<SchemaReader, JsonTree, T> read)
        where T : class
    {
        if (signature.Find(key) is not { } node)
        {
            return null;
        }

        if (node is not YamlScalarNode scalar)
        {
            _problems.Add(ModelDiagnostics.SignatureMalformed.At($"Expected JSON text for {key}, found {node.Describe()}.", yaml.At(node)));
            return null;
        }

        var source = yaml.JsonOf(scalar);
        var before = _problems.Count;
        var tree = SafeJson.Parse(source, ModelDiagnostics.SignatureMalformed, _problems);
        var part = tree is null ? null : read(new(source, key, _problems), tree);
        return _problems.Count == before ? part : null;
    }
}
