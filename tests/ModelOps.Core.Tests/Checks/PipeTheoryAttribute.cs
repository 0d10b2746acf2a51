namespace ModelOps.Core.Tests.Checks;

/// <summary>A theory that is skipped, by name, where there are no named pipes in directories.</summary>
internal sealed class PipeTheoryAttribute : TheoryAttribute
{
    public PipeTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no pipes in directories";
        }
    }
}
