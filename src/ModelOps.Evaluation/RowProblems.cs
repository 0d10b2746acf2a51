using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Evaluation;

/// <summary>Collects what is wrong with a file, up to a number that a reader still looks at.</summary>
/// <param name="file">The file.</param>
internal sealed class RowProblems(string file)
{
    /// <summary>Most problems that are reported.</summary>
    public const int Most = 20;

    private const int ShownLength = 40;

    private readonly List<Diagnostic> _found = [];

    public bool IsFull => _found.Count >= Most;

    /// <summary>A value from the file for a message: quoted, and cut where it is long.</summary>
    public static string Show(ReadOnlySpan<char> value) => value.Length <= ShownLength ? $"'{value}'" : $"'{value[..ShownLength]}...'";

    public void Add(DiagnosticDescriptor descriptor, string message, int line = 0)
    {
        if (!IsFull)
        {
            _found.Add(descriptor.At(message, new(file, line)));
        }
    }

    /// <summary>Takes up that a value is not what its column needs.</summary>
    public void AddValue(string column, string expected, ReadOnlySpan<char> found, int line) => Add(
        EvaluationDiagnostics.ValueInvalid,
        $"Column {Show(column)}: expected {expected}, found {(found.IsEmpty ? "no value" : Show(found))}.",
        line);

    public void ThrowIfAny()
    {
        if (_found.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, _found);
        }
    }

    /// <summary>The end of reading, for a reason after which nothing more can be found.</summary>
    public ModelOpsException Stop(DiagnosticDescriptor descriptor, string message, int line = 0)
    {
        Add(descriptor, message, line);
        return new(ExitCode.BadInput, _found);
    }
}
