namespace ModelOps.Surfaces.Tests.Workflows;

/// <summary>A rule for shipped pipelines.</summary>
/// <param name="Name">What the rule asks for.</param>
/// <param name="Find">What breaks it in a file, a text each.</param>
/// <param name="Bad">A pipeline that breaks it.</param>
internal sealed record PipelineRule(string Name, Func<PipelineFile, IEnumerable<string>> Find, string Bad)
{
    public override string ToString() => Name;
}
