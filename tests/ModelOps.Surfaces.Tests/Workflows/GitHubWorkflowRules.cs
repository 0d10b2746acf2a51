using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Surfaces.Tests.Workflows;

/// <summary>Rules for GitHub workflows and composite actions as a whole.</summary>
internal static partial class GitHubWorkflowRules
{
    private const string Head = "name: x\non: push\npermissions: {}\n";

    private const string Job = "    permissions: {}\n    runs-on: ubuntu-24.04\n    timeout-minutes: 5\n";

    private const string Promote = "    steps:\n      - uses: ./.modelops-toolkit/actions/promote\n";

    public static IReadOnlyList<PipelineRule> All { get; } =
    [
        new("a workflow has no permissions, each job those it needs", file => file.Kind != PipelineKind.GitHubWorkflow ? [] :
            file.Jobs.Where(job => job.Value.Get("permissions") is not YamlMappingNode).Select(job => job.Key)
                .Concat(file.Root.Get("permissions") is YamlMappingNode { Children.Count: 0 } ? [] : ["top level"]),
            "name: x\non: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    timeout-minutes: 5\n    steps: []\n"),
        new("a write permission says why", file => file.IsGitHub ? file.Lines.Where(line => WritePermission().IsMatch(line)) : [],
            Head + "jobs:\n  a:\n    permissions:\n      contents: write\n    runs-on: ubuntu-24.04\n    timeout-minutes: 5\n    steps: []\n"),
        new("no trigger runs with the target's rights on foreign code", file => file.Kind != PipelineKind.GitHubWorkflow ? [] :
            file.Root.Get("on")!.AllNodes.Select(node => node.Text()).Where(text => text is "pull_request_target" or "workflow_run"),
            "name: x\non: [pull_request_target]\npermissions: {}\njobs: {}\n"),
        new("secrets are used in jobs with an environment only", file => file.Jobs
            .Where(job => job.Value.Get("uses") is null && job.Value.Get("environment") is null && job.Value.AllNodes.Any(node => node.Text().Contains("secrets.", StringComparison.Ordinal)))
            .Select(job => job.Key),
            Head + "jobs:\n  a:\n" + Job + "    steps:\n      - run: ./x\n        env: { T: '${{ secrets.T }}' }\n"),
        new("secrets are passed one by one", file => file.IsGitHub ? file.Lines.Where(line => AllSecrets().IsMatch(line)) : [],
            Head + "jobs:\n  a:\n    permissions: {}\n    uses: ./.github/workflows/x.yml\n    secrets: inherit\n"),
        new("a promotion has an environment", file => Promotions(file).Where(job => job.Value.Get("environment") is null).Select(job => job.Key),
            Head + "jobs:\n  a:\n" + Job + "    concurrency: { group: modelops-churn-prod, cancel-in-progress: false }\n" + Promote),
        new("a promotion is never cancelled by the next one", file => Promotions(file)
            .Where(job => job.Value.Get("concurrency").Get("cancel-in-progress").Text() != "false" || !job.Value.Get("concurrency").Get("group").Text().StartsWith("modelops-", StringComparison.Ordinal))
            .Select(job => job.Key),
            Head + "jobs:\n  a:\n" + Job + "    environment: prod\n" + Promote),
        new("a job that changes an alias, or plans it, sees all commits", file => AliasChanges(file)
            .Where(job => job.Value.Get("steps").Items().All(step => step.Get("with").Get("fetch-depth").Text() != "0"))
            .Select(job => job.Key),
            Head + "jobs:\n  a:\n" + Job + "    environment: prod\n    steps:\n      - uses: ./.modelops-toolkit/actions/validate\n"),
        new("jobs with an environment restore no cache", file => file.Jobs
            .Where(job => job.Value.Get("environment") is not null && job.Value.AllNodes.OfType<YamlMappingNode>().Any(RestoresCache))
            .Select(job => job.Key),
            Head + "jobs:\n  a:\n    environment: prod\n" + Job + "    steps:\n      - uses: actions/cache@0000000000000000000000000000000000000000 # v5.0.0\n"),
        new("jobs with an environment have the setup action restore no cache", file => file.Jobs
            .Where(job => job.Value.Get("environment") is not null && job.Value.Get("steps").Items().Any(SetUpWithCache))
            .Select(job => job.Key),
            Head + "jobs:\n  a:\n    environment: prod\n" + Job + "    steps:\n      - uses: ./.modelops-toolkit/actions/setup\n"),
        new("every job has a deadline and runs on an image with a version", file => file.Jobs
            .Where(job => job.Value.Get("uses") is null && (job.Value.Get("timeout-minutes") is null || !Images(job.Value).All(image => Image().IsMatch(image))))
            .Select(job => job.Key),
            Head + "jobs:\n  a:\n    permissions: {}\n    runs-on: ubuntu-latest\n    steps: []\n"),
        new("an action of the workspace is used after a checkout", file => file.Jobs
            .Where(job => job.Value.Get("steps").Items().TakeWhile(step => !step.Get("uses").Text().StartsWith("actions/checkout@", StringComparison.Ordinal)).Any(step => step.Get("uses").Text().StartsWith("./", StringComparison.Ordinal)))
            .Select(job => job.Key),
            Head + "jobs:\n  a:\n" + Job + "    steps:\n      - uses: ./actions/check\n"),
        new("workflows and actions have a name, inputs a description and no token as default", file => file.Kind is PipelineKind.GitHubWorkflow or PipelineKind.GitHubAction
            ? Nameless(file) : [],
            "name: x\ndescription: y\ninputs:\n  token:\n    default: ${{ github.token }}\nruns:\n  using: composite\n  steps: []\n"),
        new("no container gets written-down credentials", file => file.IsGitHub ? file.With("credentials").Select(_ => "credentials") : [],
            Head + "jobs:\n  a:\n" + Job + "    container: { image: x, credentials: { username: u, password: p } }\n    steps: []\n"),
    ];

    private static IEnumerable<KeyValuePair<string, YamlMappingNode>> Promotions(PipelineFile file) => file.Jobs.Where(job =>
        job.Value.Get("steps").Items().Any(step =>
            step.Get("uses").Text().Split('@')[0].EndsWith("/actions/promote", StringComparison.Ordinal) && step.Get("with").Get("dry-run").Text() != "true"));

    private static IEnumerable<KeyValuePair<string, YamlMappingNode>> AliasChanges(PipelineFile file) => file.Jobs.Where(job =>
        job.Value.Get("steps").Items().Any(step => AliasVerb().IsMatch(step.Get("uses").Text())));

    // An image that the matrix names is that of each of its entries.
    private static IEnumerable<string> Images(YamlMappingNode job) => job.Get("runs-on").Text() switch
    {
        "${{ matrix.image }}" => job.Get("strategy").Get("matrix").Get("include").Items().Select(entry => entry.Get("image").Text()).DefaultIfEmpty(""),
        var image => [image],
    };

    private static bool RestoresCache(YamlMappingNode node) =>
        node.Get("uses").Text().StartsWith("actions/cache", StringComparison.Ordinal) || node.Get("with").Get("cache").Text() is not ("" or "false");

    private static bool SetUpWithCache(YamlMappingNode step) =>
        step.Get("uses").Text().Split('@')[0].EndsWith("/actions/setup", StringComparison.Ordinal) && step.Get("with").Get("cache").Text() != "false";

    private static IEnumerable<string> Nameless(PipelineFile file)
    {
        if (file.Root.Get("name").Text().Length == 0)
        {
            yield return "no name";
        }

        var inputs = file.Root.Get("inputs") ?? file.Root.Get("on").Get("workflow_call").Get("inputs");
        foreach (var (name, input) in (inputs as YamlMappingNode ?? []).Children)
        {
            if (input.Get("description").Text().Length == 0 || input.Get("default").Text().Contains("github.token", StringComparison.Ordinal))
            {
                yield return name.Text();
            }
        }
    }

    [GeneratedRegex("/actions/(promote|register|validate)(@|$)")]
    private static partial Regex AliasVerb();

    [GeneratedRegex(@"^(permissions|[a-z-]+): (write|write-all|read-all)$")]
    private static partial Regex WritePermission();

    [GeneratedRegex(@"secrets: inherit|toJSON\(\s*secrets|fromJSON\(\s*secrets", RegexOptions.IgnoreCase)]
    private static partial Regex AllSecrets();

    [GeneratedRegex(@"^(ubuntu|windows|macos)-\d+")]
    private static partial Regex Image();
}
