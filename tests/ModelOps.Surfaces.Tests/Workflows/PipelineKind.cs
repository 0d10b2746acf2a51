namespace ModelOps.Surfaces.Tests.Workflows;

internal enum PipelineKind
{
    Other,
    GitHubWorkflow,
    GitHubAction,
    GitHubSteps,
    Azure,
}
