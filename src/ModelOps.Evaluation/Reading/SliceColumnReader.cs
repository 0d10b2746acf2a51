using ModelOps.Evaluation.Classes;
using ModelOps.Evaluation.Slicing;

namespace ModelOps.Evaluation.Reading;

/// <summary>Reads one column to slice by.</summary>
internal sealed class SliceColumnReader
{
    private readonly SliceSpec _spec;
    private readonly TextCodes _values = new();
    private readonly BinColumnBuilder? _bins;
    private readonly CodeColumnBuilder? _codes;

    /// <summary>Adds the column to those that are read.</summary>
    public SliceColumnReader(SliceSpec spec, ColumnBindings bindings, ReadLimits limits, RowProblems problems)
    {
        _spec = spec;
        if (spec.Bins is { } bins)
        {
            _bins = bindings.Add(spec.Column, new BinColumnBuilder(spec.Column, bins, problems));
            return;
        }

        _codes = bindings.Add(spec.Column, new CodeColumnBuilder(spec.Column, _values, limits.SliceValues, limits, problems)
        {
            AllowsNothing = true,
            Advice = " Cut numbers into bins, as in name:bins(0,6,24).",
        });
    }

    /// <summary>The column. Two spellings of one number are one value.</summary>
    public SliceColumn Build()
    {
        if (_bins is not null)
        {
            return new(_spec.Column, _bins.Build(), _spec.Bins!.Names);
        }

        var spelling = ClassSpelling.Of([.. _values.Texts.Where(text => text.Length > 0)]);
        var names = _values.Texts.Select(text => text.Length == 0 ? "" : spelling.Canonical(text)!).ToList();
        var distinct = spelling.Sort(names.Where(name => name.Length > 0)).Append("").ToList();
        var codes = names.Select(name => distinct.IndexOf(name)).ToArray();
        return new(_spec.Column, Array.ConvertAll(_codes!.Build(), code => codes[code]), distinct);
    }
}
