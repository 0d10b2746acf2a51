namespace ModelOps.Evaluation.Profiles;

/// <summary>A column of which nothing is known before: numbers as long as every value is one.</summary>
/// <param name="limits">How much is kept.</param>
internal sealed class OpenSketch(ProfileLimits limits) : IColumnSketch
{
    private readonly TextSketch _texts = new(limits.Texts);
    private NumberSketch? _numbers = new(limits.Numbers);

    /// <inheritdoc />
    public bool Add(ReadOnlySpan<char> text)
    {
        if (_numbers?.Add(text) == false)
        {
            _numbers = null;
        }

        return _texts.Add(text);
    }

    /// <inheritdoc />
    public ColumnProfile Build(string name, long rows) => _numbers?.Build(name, rows) ?? _texts.Build(name, rows);
}
