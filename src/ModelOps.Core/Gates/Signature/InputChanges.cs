using ModelOps.Core.Models.Signature;

namespace ModelOps.Core.Gates.Signature;

/// <summary>What breaks callers in the inputs and parameters of a model: they send what they sent to the champion.</summary>
internal static class InputChanges
{
    public static IEnumerable<SignatureBreak> Find(SignatureSchema before, SignatureSchema now)
    {
        if (SchemaForm.FindChange("inputs", before, now) is { } change)
        {
            return [change];
        }

        return before.Tensors.Count > 0 || now.Tensors.Count > 0 ? Tensors(before.Tensors, now.Tensors) : Columns(before.Columns, now.Columns);
    }

    /// <summary>Parameters have defaults, so that a new one breaks nobody.</summary>
    public static IEnumerable<SignatureBreak> Find(IReadOnlyList<ParamSpec> before, IReadOnlyList<ParamSpec> now)
    {
        foreach (var old in before)
        {
            var place = SchemaForm.Place("params", old.Name, 0);
            var found = now.FirstOrDefault(candidate => candidate.Name == old.Name);
            if (found is null)
            {
                yield return new(place, "none", TypeNames.Of(old.Type), "Callers set a parameter that is gone: keep it.");
            }
            else if (TypeChange.OfParams.FindMisfit(old.Type, found.Type) is { } misfit)
            {
                yield return new(place, TypeNames.Of(found.Type), TypeNames.Of(old.Type), $"Callers send what is no longer taken ({misfit}): keep the type or widen it.");
            }
        }
    }

    private static IEnumerable<SignatureBreak> Columns(IReadOnlyList<ColumnSpec> before, IReadOnlyList<ColumnSpec> now)
    {
        foreach (var (index, old) in before.Index())
        {
            var place = SchemaForm.Place("inputs", old.Name, index);
            if (SchemaForm.Find(now, old.Name, index) is not { } found)
            {
                yield return new(place, "none", TypeNames.Of(old), "Callers send a column that the model no longer has: keep it, under its name.");
                continue;
            }

            if (TypeChange.OfInputs.FindMisfit(old.Type, found.Type) is { } misfit)
            {
                var order = old.Name is null && before.Count > 1 ? " and the order of columns without names" : "";
                yield return new(place, TypeNames.Of(found), TypeNames.Of(old), $"Callers send what is no longer taken ({misfit}): keep the type{order}, or widen it.");
            }

            if (found.Required && !old.Required)
            {
                yield return new(place, "required", "optional", "Callers may leave the column out: keep it optional.");
            }
        }

        foreach (var (index, added) in now.Index().Where(pair => pair.Item.Required && SchemaForm.Find(before, pair.Item.Name, pair.Index) is null))
        {
            yield return new(SchemaForm.Place("inputs", added.Name, index), TypeNames.Of(added), "none", "Callers do not send this column: make it optional.");
        }
    }

    private static IEnumerable<SignatureBreak> Tensors(IReadOnlyList<TensorSpec> before, IReadOnlyList<TensorSpec> now)
    {
        foreach (var old in before)
        {
            var place = SchemaForm.Place("inputs", old.Name, 0);
            if (now.FirstOrDefault(candidate => candidate.Name == old.Name) is not { } found)
            {
                yield return new(place, "none", TypeNames.Of(old), "Callers send a tensor that the model no longer has: keep it, under its name.");
            }
            else if (!Takes(found, old))
            {
                yield return new(place, TypeNames.Of(found), TypeNames.Of(old), "Callers send tensors of the former type and shape: keep both, or make a dimension free (-1).");
            }
        }

        foreach (var added in now.Where(added => before.All(old => old.Name != added.Name)))
        {
            yield return new(SchemaForm.Place("inputs", added.Name, 0), TypeNames.Of(added), "none", "Callers do not send this tensor: a tensor cannot be optional, so do without it.");
        }
    }

    // MLflow converts no element type of a tensor.
    private static bool Takes(TensorSpec found, TensorSpec old) =>
        found.Dtype == old.Dtype && found.Shape.Count == old.Shape.Count && found.Shape.Zip(old.Shape).All(sizes => sizes.First < 0 || sizes.First == sizes.Second);
}
