using Xunit;

namespace ModelOps.Testing;

/// <summary>A test of the native program; skipped, by name, where the suite was given none.</summary>
public sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute() => Skip = ModelOpsProgram.IsNative ? null : $"needs the native program, which {ModelOpsProgram.Variable} names";
}
