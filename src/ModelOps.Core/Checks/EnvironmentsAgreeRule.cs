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

        var pip = model.Included.Expand([.. model.Requirements?.Value?.Requirements ?? [], .. model.Python?.Value?.Requirements ?? []]);
        return
        [
            .. model.Python?.Value?.Python is { } python ? CheckPython(conda, python) : [],
            .. model.Requirements?.Value is null ? [] : CheckRequirements(conda, pip, model.Included.Expand(conda.Requirements)),
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

    private static IEnumerable<Diagnostic> CheckRequirements(CondaEnvironment conda, IReadOnlyList<Requirement> pip, IReadOnlyList<Requirement> condaPip)
    {
        foreach (var here in pip.Where(IsInstalled))
        {
            var there = condaPip.Where(candidate => AreOne(candidate, here)).ToList();
            var packages = conda.Packages.Where(package => here.Name.Length > 0 && RecordedVersions.NameOf(package) == here.Name).ToList();
            if (there.Count == 0 && packages.Count == 0 && conda.Requirements.Count > 0)
            {
                yield return CheckDiagnostics.EnvironmentsDisagree.At($"'{here.Text}' is not in conda.yaml.", here.Span);
            }
            else if (there.Count > 0 && !there.Exists(candidate => IsSame(candidate, here)))
            {
                yield return CheckDiagnostics.EnvironmentsDisagree.At($"'{here.Text}' here is '{there[0].Text}' in conda.yaml.", here.Span);
            }
            else if (there.Count == 0 && packages.Count > 0 && !packages.Exists(package => IsSame(package, here)))
            {
                yield return CheckDiagnostics.EnvironmentsDisagree.At($"'{here.Text}' here is '{packages[0].Text}' in conda.yaml.", here.Span);
            }
        }

        foreach (var there in condaPip.Where(there => IsInstalled(there) && !pip.Any(here => AreOne(here, there))))
        {
            yield return CheckDiagnostics.EnvironmentsDisagree.At($"'{there.Text}' is not in requirements.txt.", there.Span);
        }
    }

    private static bool IsInstalled(Requirement requirement) =>
        requirement.Name.Length > 0 || requirement.Kind is RequirementKind.Vcs or RequirementKind.Url or RequirementKind.Editable or RequirementKind.Path;

    // Lines without a name are known by what they download.
    private static bool AreOne(Requirement left, Requirement right) => left.Name == right.Name && (left.Name.Length > 0 || left.Target == right.Target);

    private static bool IsSame(Requirement left, Requirement right) => VersionSpecifier.AreSame(left.Specifier, right.Specifier) && left.Target == right.Target;

    // conda's =1.2 stands for every patch of 1.2, and its list says nothing of URLs.
    private static bool IsSame(CondaPackage package, Requirement here) =>
        here.Kind != RequirementKind.Pinned || PythonVersion.Parse(here.Specifier.TrimStart('=')) is not { } version || package.Allows(version);
}
