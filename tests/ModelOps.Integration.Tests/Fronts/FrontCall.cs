using System.Text.Json;

namespace ModelOps.Integration.Tests.Fronts;

/// <summary>One call of a verb, for every front to write in its own way.</summary>
internal sealed record FrontCall
{
    public required string Verb { get; init; }

    /// <summary>Inputs by name in kebab case.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    /// <summary>Names, in camel case, of the outputs that are compared.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    /// <summary>Outputs among them that are tables, and their columns, in camel case, that are compared.</summary>
    public IReadOnlyDictionary<string, string[]> Tables { get; init; } = new Dictionary<string, string[]>();

    /// <summary>The call in a Cake script, where inputs have types.</summary>
    public required string Cake { get; init; }

    /// <summary>URL of the server, for verbs that are not told an environment; null for none.</summary>
    public string? Server { get; init; }

    public static FrontCall Register(string server) => new()
    {
        Verb = "register",
        Inputs = new Dictionary<string, string>
        {
            ["model"] = "churn", ["package"] = "diabetes.modelpkg", ["alias"] = "candidate", ["tags"] = "team=a;b, c",
        },
        Outputs = ["model", "version", "uri", "created", "digest"],
        Cake = """
            ModelOpsRegister(new RegisterSettings
            {
                Model = ModelName.Parse("churn"), Package = "diabetes.modelpkg", Alias = AliasName.Parse("candidate"), Tags = [new Tag("team", "a;b, c")],
            })
            """,
        Server = server,
    };

    /// <param name="model">Name of the model.</param>
    /// <param name="server">URL of the server.</param>
    public static FrontCall RegisterAs(string model, string server) => new()
    {
        Verb = "register",
        Inputs = new Dictionary<string, string> { ["model"] = model, ["package"] = "diabetes.modelpkg", ["alias"] = "candidate" },
        Outputs = ["model", "version", "uri", "created", "digest"],

        // A literal of JSON is one of C#.
        Cake = $$"""
            ModelOpsRegister(new RegisterSettings
            {
                Model = ModelName.Parse({{JsonSerializer.Serialize(model)}}), Package = "diabetes.modelpkg", Alias = AliasName.Parse("candidate"),
            })
            """,
        Server = server,
    };

    public static FrontCall Evaluate { get; } = new()
    {
        Verb = "evaluate",
        Inputs = new Dictionary<string, string>
        {
            ["predictions"] = "champion.csv", ["task"] = "binary", ["label"] = "label", ["probability"] = "score", ["slices"] = "plan", ["metric"] = "roc_auc",
        },
        Outputs = ["rows", "metrics", "sliceMetrics"],
        Tables = new Dictionary<string, string[]> { ["metrics"] = ["metric", "value"], ["sliceMetrics"] = ["slice", "rows", "metric", "value"] },
        Cake = """
            ModelOpsEvaluate(new EvaluateSettings
            {
                Predictions = "champion.csv", Task = EvaluationTask.Binary, Label = "label", Probability = ["score"], Slices = ["plan"], Metric = ["roc_auc"],
            })
            """,
    };

    /// <param name="challenger">File of the challenger's predictions.</param>
    public static FrontCall Compare(string challenger) => new()
    {
        Verb = "compare",
        Inputs = new Dictionary<string, string>
        {
            ["challenger-predictions"] = challenger, ["champion-predictions"] = "champion.csv", ["task"] = "binary", ["label"] = "label",
            ["probability"] = "score", ["key"] = "id", ["metric"] = "log_loss", ["resamples"] = "500",
        },
        Outputs = ["primaryMetric", "challenger", "champion", "effect", "lower", "upper", "p", "rows", "power", "identical", "isBaseline", "comparisons"],
        Tables = new Dictionary<string, string[]> { ["comparisons"] = ["metric", "effect", "lower", "upper", "p", "rows"] },
        Cake = $$"""
            ModelOpsCompare(new CompareSettings
            {
                ChallengerPredictions = "{{challenger}}", ChampionPredictions = "champion.csv", Task = EvaluationTask.Binary, Label = "label",
                Probability = ["score"], Key = "id", Metric = "log_loss", Resamples = 500,
            })
            """,
    };

    public static FrontCall Test { get; } = new()
    {
        Verb = "test",
        Inputs = new Dictionary<string, string> { ["model"] = "diabetes", ["environment"] = "staging", ["keep-going"] = "true" },
        Outputs = ["total", "passed", "failed", "skipped", "junit", "catalog"],
        Cake = """ModelOpsTest(new TestSettings { Model = ModelName.Parse("diabetes"), Environment = "staging", KeepGoing = true })""",
    };

    public static FrontCall CheckAll { get; } = new()
    {
        Verb = "check",
        Inputs = new Dictionary<string, string> { ["all"] = "true" },
        Outputs = ["results", "path"],
        Tables = new Dictionary<string, string[]> { ["results"] = ["model", "exitCode"] },
        Cake = "ModelOpsCheckModels(new CheckSettings { All = true })",
    };

    public static FrontCall Package { get; } = new()
    {
        Verb = "package",
        Inputs = new Dictionary<string, string> { ["path"] = "models/diabetes", ["output"] = "diabetes.modelpkg" },
        Outputs = ["digest"],
        Cake = """ModelOpsPackage(new PackageSettings { Path = "models/diabetes", Output = "diabetes.modelpkg" })""",
    };

    public static FrontCall RegisterInDev { get; } = new()
    {
        Verb = "register",
        Inputs = new Dictionary<string, string> { ["model"] = "diabetes", ["package"] = "diabetes.modelpkg", ["environment"] = "dev" },
        Outputs = ["version"],
        Cake = """ModelOpsRegister(new RegisterSettings { Model = ModelName.Parse("diabetes"), Package = "diabetes.modelpkg", Environment = "dev" })""",
    };

    /// <param name="version">Version that is judged.</param>
    public static FrontCall Validate(int version) => new()
    {
        Verb = "validate",
        Inputs = new Dictionary<string, string> { ["model"] = "diabetes", ["environment"] = "dev", ["version"] = $"{version}", ["output"] = "gates", ["refresh"] = "true" },
        Outputs =
        [
            "model", "environment", "version", "uri", "digest", "status", "decision", "alias", "verdict", "gates", "comparisons",
            "htmlReport", "markdownReport", "jsonReport",
        ],
        Tables = new Dictionary<string, string[]>
        {
            ["gates"] = ["gate", "check", "status", "value", "limit", "previous"],
            ["comparisons"] = ["metric", "effect", "lower", "upper", "p", "rows", "verdict"],
        },
        Cake = $$"""ModelOpsValidate(new ValidateSettings { Model = ModelName.Parse("diabetes"), Environment = "dev", Version = {{version}}, Output = "gates", Refresh = true })""",
    };

    /// <param name="config">Configuration file.</param>
    public static FrontCall GatesVerify(string config) => new()
    {
        Verb = "gates-verify",
        Inputs = new Dictionary<string, string> { ["model"] = "diabetes", ["environment"] = "dev", ["version"] = "1", ["config"] = config },
        Outputs = ["stopped", "survived", "requiredSurvived", "score", "mutants", "markdownReport"],
        Tables = new Dictionary<string, string[]> { ["mutants"] = ["mutant", "required", "status", "stoppedBy"] },
        Cake = $$"""ModelOpsGatesVerify(new GatesVerifySettings { Model = ModelName.Parse("diabetes"), Environment = "dev", Version = 1, Config = "{{config}}" })""",
    };
}
