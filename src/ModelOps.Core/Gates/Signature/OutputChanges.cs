using ModelOps.Core.Models.Signature;

namespace ModelOps.Core.Gates.Signature;

/// <summary>What breaks callers in the outputs of a model: they read what they read from the champion, so that any other type is a change.</summary>
internal static class OutputChanges
{
    public static IEnumerable<SignatureBreak> Find(SignatureSchema before, SignatureSchema now)
    {
        if (SchemaForm.FindChange("outputs", before, now) is { } change)
        {
            return [change];
        }

        return before.Tensors.Count > 0 ? Tensors(before.Tensors, now.Tensors) : Columns(before.Columns, now.Columns);
    }

    private static IEnumerable<SignatureBreak> Columns(IReadOnlyList<ColumnSpec> before, IReadOnlyList<ColumnSpec> now)
    {
        foreach (var (index, old) in before.Index())
        {
            var place = SchemaForm.Place("outputs", old.Name, index);
            if (SchemaForm.Find(now, old.Name, index) is not { } found)
            {
                yield return new(place, "none", TypeNames.Of(old), "Callers read a column that is gone: keep it, under its name.");
                continue;
            }

            if (TypeChange.OfOutputs.FindMisfit(found.Type, old.Type) is { } misfit)
            {
                yield return new(place, TypeNames.Of(found), TypeNames.Of(old), $"Callers read the former type ({misfit}): keep it.");
            }

            if (old.Required && !found.Required)
            {
                yield return new(place, "optional", "required", "Callers rely on the column: keep it required.");
            }
        }

        // Without names, callers count columns.
        if (before is [{ Name: null }, ..] && now.Count > before.Count)
        {
            yield return new("outputs", $"{now.Count} columns", $"{before.Count} columns", "Callers go by position: keep the number of columns without names.");
        }
    }

    private static IEnumerable<SignatureBreak> Tensors(IReadOnlyList<TensorSpec> before, IReadOnlyList<TensorSpec> now)
    {
        foreach (var old in before)
        {
            var found = now.FirstOrDefault(candidate => candidate.Name == old.Name);
            if (found is null || found.Dtype != old.Dtype || !found.Shape.SequenceEqual(old.Shape))
            {
                var text = found is null ? "none" : TypeNames.Of(found);
                yield return new(SchemaForm.Place("outputs", old.Name, 0), text, TypeNames.Of(old), "Callers read tensors of the former type and shape: keep both.");
            }
        }
    }
}
