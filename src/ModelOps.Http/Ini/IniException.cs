namespace ModelOps.Http.Ini;

/// <summary>A line that is not understood. The message never has anything of the line itself.</summary>
/// <param name="line">Line, counted from 1; 0 for the file as a whole.</param>
/// <param name="problem">What is wrong, as the rest of a sentence.</param>
internal sealed class IniException(int line, string problem) : Exception(problem)
{
    /// <summary>Line, counted from 1; 0 for the file as a whole.</summary>
    public int Line { get; } = line;
}
