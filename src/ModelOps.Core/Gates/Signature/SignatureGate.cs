using ModelOps.Core.Models;
using ModelOps.Core.Models.Signature;

namespace ModelOps.Core.Gates.Signature;

/// <summary>Whoever calls the champion can call the candidate in the same way, and read its answer.</summary>
internal sealed class SignatureGate : IGate
{
    private const string Whole = "signature";
    private readonly GateChecks _checks = new("signature");

    public string Name => _checks.Gate;

    public GateReport Judge(GateCase subject, CancellationToken cancellationToken)
    {
        var limits = subject.Model.Gates.Signature;
        if (!limits.Enabled)
        {
            return GateChecks.Only(_checks.NotJudged(Whole, GateChecks.SwitchedOff));
        }

        if (subject.Candidate.Directory?.Model?.Value is not { } model)
        {
            return GateChecks.Only(_checks.CouldNotRun(Whole, Unreadable("candidate", subject.Candidate.Directory)));
        }

        return model.Signature switch
        {
            null when !limits.Required || !subject.Model.IsGated => GateChecks.Only(_checks.NotJudged(Whole, "The version has no signature, and modelops.yml does not require one.")),
            null => GateChecks.Only(_checks.Failed(Whole, "Save the model with signature=infer_signature(…) or an input example.", "none", "a signature")),
            { Value: { } signature, Problems: [] } => new(CheckList.Bound([.. Compare(signature, subject)])),
            var damaged => GateChecks.Only(_checks.Failed(Whole, $"Save the model again: {damaged.Problems[0].Message}", "damaged", "a signature that can be read")),
        };
    }

    private IEnumerable<GateCheck> Compare(ModelSignature signature, GateCase subject)
    {
        if (subject.Champion is not { } champion)
        {
            var why = subject.IsChampion ? "This version is the champion itself: its callers are its own." : "First version: there is no champion whose callers could break.";
            return [_checks.Passed(Whole, Describe(signature), "a signature", message: why)];
        }

        if (champion.Directory?.Model?.Value is not { } model)
        {
            return [_checks.CouldNotRun(Whole, Unreadable("champion", champion.Directory))];
        }

        return model.Signature switch
        {
            null => [_checks.Passed(Whole, Describe(signature), "a signature", "none", "The champion has no signature that could be broken.")],
            { Value: { } before, Problems: [] } => Compare(signature, before),
            _ => [_checks.CouldNotRun(Whole, "The signature of the champion is damaged: promote a version with a signature that can be read, with this gate switched off once.")],
        };
    }

    private IEnumerable<GateCheck> Compare(ModelSignature now, ModelSignature before)
    {
        var breaks = new List<SignatureBreak>();
        breaks.AddRange(Part("inputs", before.Inputs, now.Inputs, InputChanges.Find));
        breaks.AddRange(Part("outputs", before.Outputs, now.Outputs, OutputChanges.Find));
        breaks.AddRange(InputChanges.Find(before.Params ?? [], now.Params ?? []));
        return breaks.Count == 0
            ? [_checks.Passed(Whole, Describe(now), "takes and gives what the champion does", Describe(before))]
            : breaks.Select(change => _checks.Failed(change.Place, change.Problem, change.Found, "as the champion", change.Before));
    }

    // A champion without inputs says nothing of what callers send; a candidate without them takes nothing for granted that callers rely on.
    private static IEnumerable<SignatureBreak> Part(
        string part, SignatureSchema? before, SignatureSchema? now, Func<SignatureSchema, SignatureSchema, IEnumerable<SignatureBreak>> find) => (before, now) switch
        {
            (null, _) => [],
            (_, null) => [new(part, "none", Describe(before), $"The signature has no {part} any more: save the model with both inputs and outputs.")],
            _ => find(before, now),
        };

    private static string Unreadable(string who, ModelDirectory? directory) => directory switch
    {
        null => $"The files of the {who} cannot be had: see what the registry said when they were asked for.",
        { Model: { Problems: [var first, ..] } } => $"MLmodel of the {who} cannot be read: {first.Message}",
        _ => $"The {who} has no file MLmodel.",
    };

    private static string Describe(ModelSignature signature) =>
        $"{Describe(signature.Inputs)} in, {Describe(signature.Outputs)} out";

    private static string Describe(SignatureSchema? schema) => schema switch
    {
        null => "nothing",
        { Tensors.Count: > 0 } => GateText.Count(schema.Tensors.Count, "tensor", "tensors"),
        _ => GateText.Count(schema.Columns.Count, "column", "columns"),
    };
}
