using System.Text.Json.Nodes;
using ModelOps.Core.Gates.Mutants;
using ModelOps.Core.Models.Signature;
using ModelOps.Core.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Gates.Signature;

/// <summary>Candidates that callers of the champion cannot call.</summary>
internal static class SignatureMutants
{
    private const string Gate = "signature";
    private const string NewInput = "modelops_new_input";

    public static IReadOnlyList<Mutant> All { get; } =
    [
        new(
            "dropped-column", Gate, "an input of the champion is gone", "a champion whose signature shares one of at least two inputs",
            (good, workspace, _) => ChangeInputs(good, workspace, Drop)),
        new(
            "narrowed-type", Gate, "an input takes less than it took", "a champion whose signature has an input of the same type that can be narrowed",
            (good, workspace, _) => ChangeInputs(good, workspace, Narrow)),
        new(
            "reordered-inputs", Gate, "two inputs without names changed places", "a champion and inputs of several types that go by position",
            (good, workspace, _) => ChangeInputs(good, workspace, Reorder)),
        new(
            "new-required-input", Gate, "an input was added that callers do not send", "a champion with a signature, and inputs that can be added to",
            (good, workspace, _) => ChangeInputs(good, workspace, Require)),
        new(
            "removed-signature", Gate, "the signature is gone", "a signature, and gates.signature.required", Remove),
    ];

    private static GateCase? Remove(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken) =>
        good.Model.Gates.Signature.Required && workspace.Copy(good) is { } copy && copy.TryChangeYaml(
            "MLmodel", root => root.Children.Remove(new YamlScalarNode("signature")))
            ? copy.ReplaceIn(good)
            : null;

    private static GateCase? ChangeInputs(GateCase good, MutantWorkspace workspace, Func<JsonArray, SignatureSchema, Random, bool> change)
    {
        if (good.Candidate.Directory?.Model?.Value?.Signature?.Value?.Inputs is null
            || good.Champion?.Directory?.Model?.Value?.Signature?.Value?.Inputs is not { } champion || workspace.Copy(good) is not { } copy)
        {
            return null;
        }

        var isChanged = copy.TryChangeYaml("MLmodel", root =>
        {
            if (root.Find("signature") is not YamlMappingNode signature || signature.Find("inputs") is not YamlScalarNode text
                || JsonNode.Parse(text.Value!) is not JsonArray inputs || !change(inputs, champion, workspace.CreateRandom()))
            {
                return false;
            }

            // The example may not fit the changed signature, which is for the package gate to say of another mutant.
            root.Children.Remove(new YamlScalarNode("saved_input_example_info"));
            (text.Value, text.Style) = (inputs.ToJsonString(), ScalarStyle.SingleQuoted);
            return true;
        });
        return isChanged ? copy.ReplaceIn(good) : null;
    }

    private static bool Drop(JsonArray inputs, SignatureSchema champion, Random random)
    {
        var shared = Enumerable.Range(0, inputs.Count).Where(index => InputMatch.IsKnown(inputs[index]!, index, champion)).ToList();
        if (inputs.Count < 2 || shared.Count == 0)
        {
            return false;
        }

        inputs.RemoveAt(shared[random.Next(shared.Count)]);
        return true;
    }

    private static bool Narrow(JsonArray inputs, SignatureSchema champion, Random random)
    {
        var places = Enumerable.Range(0, inputs.Count).ToArray();
        random.Shuffle(places);
        return Array.Exists(places, index => InputMatch.TryNarrow(inputs[index]!, index, champion));
    }

    private static bool Reorder(JsonArray inputs, SignatureSchema champion, Random random)
    {
        var isPositional = inputs.All(input => InputMatch.NameOf(input!) is null) && champion.Columns.All(column => column.Name is null);
        var first = inputs.FirstOrDefault();
        var other = inputs.FirstOrDefault(input => !JsonNode.DeepEquals(input, first));
        if (!isPositional || other is null)
        {
            return false;
        }

        var (left, right) = (first!.DeepClone(), other.DeepClone());
        inputs[inputs.IndexOf(other)] = left;
        inputs[0] = right;
        return true;
    }

    private static bool Require(JsonArray inputs, SignatureSchema champion, Random random)
    {
        var isNamed = inputs.Any(input => InputMatch.NameOf(input!) is not null);
        var isTensor = inputs.Any(InputMatch.IsTensor);
        var added = isTensor
            ? new JsonObject { ["type"] = "tensor", ["tensor-spec"] = new JsonObject { ["dtype"] = "float64", ["shape"] = new JsonArray(-1) } }
            : new JsonObject { ["type"] = "double", ["required"] = true };
        if (isNamed)
        {
            added["name"] = NewInput;
        }

        inputs.Add((JsonNode)added);

        // A second tensor needs the first to have a name.
        return isNamed || !isTensor;
    }
}
