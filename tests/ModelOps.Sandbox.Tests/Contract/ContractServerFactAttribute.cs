namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>A test against the server that <c>MODELOPS_CONTRACT_URI</c> names; skipped where it names none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ContractServerFactAttribute : FactAttribute
{
    public const string Variable = "MODELOPS_CONTRACT_URI";

    public ContractServerFactAttribute()
    {
        if (Uri is null)
        {
            Skip = $"{Variable} names no MLflow server.";
        }
    }

    public static Uri? Uri => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? new(text) : null;
}
