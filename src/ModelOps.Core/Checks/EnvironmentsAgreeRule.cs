using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models;
using ModelOps.Core.Models.Environments;

namespace ModelOps.Core.Checks;

/// <summary>conda.yaml installs what python_env.yaml and requirements.txt install.</summary>
internal sealed class EnvironmentsAgreeRule : ICheckRule
{
    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits)
    {
        if (model.Conda?.Value is not { } conda)
        {
            return [];
        }

        IReadOnlyList<Requirement> pip =
        [
            .. model.Requirements?.Value?.Requirements ?? [],
            .. model.Python?.Value?.Requirements.Where(requirement => requirement.Kind != RequirementKind.RequirementsFile) ?? [],
        ];
        return
        [
            .. model.Python?.Value?.Python is { } python ? CheckPython(conda, python) : [],
            .. model.Requirements?.Value is null || conda.Requirements.Count == 0 ? [] : CheckRequirements(conda, pip),
        ];
    }

    private static IEnumerable<Diagnostic> CheckPython(CondaEnvironment conda, LocatedText python)
    {
        // python=3.10 in conda.yaml stands for any patch of 3.10.
        if (conda.Python?.Pin is { } pin && PythonVersion.Parse(pin.TrimEnd('*').TrimEnd('.')) is { } asked
            && PythonVersion.Parse(python.Text) is { } other
            && !asked.Agrees(other, Math.Min(pin.TrimEnd('*').TrimEnd('.').Split('.').Length, python.Text.Split('.').Length)))
        {
            yield return CheckDiagnostics.EnvironmentsDisagree.At($"python is {python.Text} here and {pin} in conda.yaml.", python.Span);
        }
    }

    private static IEnumerable<Diagnostic> CheckRequirements(CondaEnvironment conda, IReadOnlyList<Requirement> pip)
    {
        foreach (var here in pip.Where(requirement => requirement.Name.Length > 0))
        {
            var there = conda.Requirements.Where(candidate => candidate.Name == here.Name).ToList();
            if (there.Count == 0 && conda.Packages.All(package => RequirementParser.Normalise(package.Name) != here.Name))
            {
                yield return CheckDiagnostics.EnvironmentsDisagree.At($"'{here.Text}' is not in conda.yaml.", here.Span);
            }
            else if (there.Count > 0 && !there.Exists(candidate => IsSame(candidate, here)))
            {
                yield return CheckDiagnostics.EnvironmentsDisagree.At($"'{here.Text}' here is '{there[0].Text}' in conda.yaml.", here.Span);
            }
        }

        foreach (var there in conda.Requirements.Where(there => there.Name.Length > 0 && pip.All(here => here.Name != there.Name)))
        {
            yield return CheckDiagnostics.EnvironmentsDisagree.At($"'{there.Text}' is not in requirements.txt.", there.Span);
        }
    }

    private static bool IsSame(Requirement left, Requirement right) =>
        Versions(left).SetEquals(Versions(right)) && left.Target == right.Target;

    private static HashSet<string> Versions(Requirement requirement) => [.. requirement.Specifier.Split(',')];
}
