namespace ModelOps.Core.Models.Environments;

/// <summary>A python_env.yaml.</summary>
/// <param name="Python">Version of Python; null when the file does not say.</param>
/// <param name="BuildRequirements">What is installed first: pip, setuptools, wheel.</param>
/// <param name="Requirements">What is installed then; as MLflow writes it just <c>-r requirements.txt</c>.</param>
internal sealed record PythonEnvironment(LocatedText? Python, IReadOnlyList<Requirement> BuildRequirements, IReadOnlyList<Requirement> Requirements);
