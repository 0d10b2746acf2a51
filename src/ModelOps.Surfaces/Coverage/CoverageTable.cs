namespace ModelOps.Surfaces.Coverage;

/// <summary>Coverage as a person reads it: in a log, and in the summary of a job.</summary>
internal static class CoverageTable
{
    /// <summary>One line a project, and all of them last.</summary>
    public static IEnumerable<string> Text(IReadOnlyList<ProjectCoverage> projects) =>
        projects.Select(project => $"{project.Lines.Percent,8} of lines {project.Branches.Percent,8} of branches  {project.Name}").Append($"coverage: {Total(projects)}");

    /// <summary>The same in Markdown.</summary>
    public static IEnumerable<string> Markdown(IReadOnlyList<ProjectCoverage> projects) =>
        [$"**Coverage: {Total(projects)}.** The portable command was driven.", "", "| Project | Lines | Branches |", "|---|---:|---:|", .. projects.Select(Row)];

    private static string Row(ProjectCoverage project) => $"| {project.Name} | {project.Lines.Percent} of {project.Lines.All} | {project.Branches.Percent} of {project.Branches.All} |";

    private static string Total(IReadOnlyList<ProjectCoverage> projects)
    {
        var (lines, branches) = (Sum(projects.Select(project => project.Lines)), Sum(projects.Select(project => project.Branches)));
        return $"{lines.Percent} of {lines.All} lines, {branches.Percent} of {branches.All} branches";
    }

    private static CoverageCount Sum(IEnumerable<CoverageCount> counts) => counts.Aggregate(new CoverageCount(0, 0), (sum, count) => sum.Add(count));
}
