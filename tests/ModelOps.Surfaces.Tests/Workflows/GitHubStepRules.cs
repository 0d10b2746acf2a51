using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Surfaces.Tests.Workflows;

/// <summary>Rules for single steps of GitHub workflows and composite actions.</summary>
internal static partial class GitHubStepRules
{
    public static IReadOnlyList<PipelineRule> All { get; } =
    [
        new("actions are pinned to a commit of the lock list, with the version as comment", file =>
            file.IsGitHub ? file.Lines.Select(line => Uses().Match(line)).Where(match => match.Success && !IsPinned(match)).Select(match => match.Value) : [],
            "- uses: actions/checkout@v7\n  with: { persist-credentials: false }\n"),
        new("no expression is spliced into a script", file =>
            Scripts(file).Where(script => script.Contains("${{", StringComparison.Ordinal)),
            "- shell: bash\n  run: echo ${{ github.event.pull_request.title }}\n"),
        new("a checkout leaves no credentials behind", file =>
            Steps(file, "actions/checkout").Where(step => step.Get("with").Get("persist-credentials").Text() != "false").Select(step => step.Get("uses").Text()),
            "- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n"),
        new("no checkout of a pull request's head by reference", file =>
            Steps(file, "actions/checkout").Select(step => step.Get("with").Get("ref").Text()).Where(text => text.Contains("github.event.pull_request.head", StringComparison.Ordinal) || text.Contains("github.head_ref", StringComparison.Ordinal)),
            "- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n  with: { persist-credentials: false, ref: '${{ github.event.pull_request.head.sha }}' }\n"),
        new("nothing unlocks the old commands that set the environment", file =>
            file.Lines.Where(line => line.Contains("ACTIONS_ALLOW_UNSECURE_COMMANDS", StringComparison.Ordinal)),
            "- run: echo x\n  shell: bash\n  env: { ACTIONS_ALLOW_UNSECURE_COMMANDS: 'true' }\n"),
        new("GITHUB_ENV is never written, GITHUB_PATH only with a directory of the runner", file =>
            Scripts(file).SelectMany(script => script.Split('\n')).Where(line =>
                line.Contains("GITHUB_ENV", StringComparison.Ordinal)
                || (line.Contains("GITHUB_PATH", StringComparison.Ordinal) && !RunnerPath().IsMatch(line.Trim()))),
            "- run: echo \"$INPUT_DIRECTORY\" >> \"$GITHUB_PATH\"\n  shell: bash\n"),
        new("scripts install nothing that is not pinned", file =>
            Scripts(file).SelectMany(script => script.Split('\n')).Where(line => AdHocInstall().IsMatch(line) && !line.Contains("arguments[@]", StringComparison.Ordinal)),
            "- run: dotnet tool install ModelOps.Cli\n  shell: bash\n"),
        new("masking is left to the toolkit, which does it before it writes anything", file =>
            file.Lines.Where(line => line.Contains("::add-mask::", StringComparison.Ordinal)),
            "- run: echo \"::add-mask::$TITLE\"\n  shell: bash\n"),
        new("nothing is published with a long-lived key", file =>
            file.Lines.Where(line => line.Contains("--api-key", StringComparison.Ordinal) || line.Contains("NUGET_API_KEY", StringComparison.Ordinal)),
            "- run: dotnet nuget push x.nupkg --api-key \"$KEY\"\n  shell: bash\n"),
        new("no action is named by a path with dots in the middle", file =>
            file.With("uses").Select(step => step.Get("uses").Text()).Where(uses => uses.TrimStart('.').Contains("..", StringComparison.Ordinal)),
            "- uses: actions/checkout/../cache@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n"),
        new("conditions do not trust an actor's name, a search in a text, a block or a ternary", file =>
            file.IsGitHub ? file.Lines.Where(line => UnsoundCondition().IsMatch(line)) : [],
            "- run: echo x\n  shell: bash\n  if: github.actor == 'dependabot[bot]'\n"),
    ];

    internal static IEnumerable<YamlMappingNode> Steps(PipelineFile file, string action) =>
        file.With("uses").Where(step => step.Get("uses").Text().StartsWith($"{action}@", StringComparison.Ordinal));

    private static IEnumerable<string> Scripts(PipelineFile file) => file.IsGitHub
        ? file.Mappings.SelectMany(mapping => new[] { mapping.Get("run"), mapping.Get("shell"), mapping.Get("with").Get("script") }).Select(node => node.Text())
        : [];

    private static bool IsPinned(Match match) =>
        match.Groups["name"].Value.StartsWith("./", StringComparison.Ordinal)
        || Toolkit().IsMatch($"{match.Groups["name"].Value}@{match.Groups["at"].Value}")
        || ShippedPipelines.Lock.Contains($"{match.Groups["name"].Value}@{match.Groups["at"].Value}{match.Groups["comment"].Value}");

    [GeneratedRegex(@"^(- )?uses: (?<name>[^@\s]+)(@(?<at>\S+))?(?<comment> # \S+)?$")]
    private static partial Regex Uses();

    // The reader's own repository and commit, which he sets.
    [GeneratedRegex("^your-organisation/modelops-toolkit/actions/[a-z-]+@0{40}$")]
    private static partial Regex Toolkit();

    [GeneratedRegex("""^echo "\$RUNNER_TEMP/[a-z]+" >> "\$GITHUB_PATH"$""")]
    private static partial Regex RunnerPath();

    [GeneratedRegex(@"pip3? install|npm (i|install) |npx |curl .*\| *(ba)?sh|wget |dotnet tool (install|update)(?!.*--version \d+\.\d+\.\d+)")]
    private static partial Regex AdHocInstall();

    [GeneratedRegex(@"github\.(triggering_)?actor\s*==|contains\('[^']*',|^if: [|>]|&&[^|]*\|\|")]
    private static partial Regex UnsoundCondition();
}
