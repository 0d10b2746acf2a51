namespace ModelOps.Integration.Tests.Fronts;

/// <summary>One call of a verb, for every front to write in its own way.</summary>
internal sealed record FrontCall
{
    public required string Verb { get; init; }

    /// <summary>Inputs by name in kebab case.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    /// <summary>Names, in camel case, of the outputs that are compared.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    /// <summary>The call in a Cake script, where inputs have types.</summary>
    public required string Cake { get; init; }

    /// <summary>URL of the server, for verbs that are not told an environment; null for none.</summary>
    public string? Server { get; init; }

    public static FrontCall Register(string server) => new()
    {
        Verb = "register",
        Inputs = new Dictionary<string, string>
        {
            ["model"] = "churn", ["package"] = "diabetes.modelpkg", ["alias"] = "challenger", ["tags"] = "team=a;b, c",
        },
        Outputs = ["model", "version", "uri", "created", "digest"],
        Cake = """
            ModelOpsRegister(new RegisterSettings
            {
                Model = ModelName.Parse("churn"), Package = "diabetes.modelpkg", Alias = AliasName.Challenger, Tags = [new Tag("team", "a;b, c")],
            })
            """,
        Server = server,
    };

    public static FrontCall Test { get; } = new()
    {
        Verb = "test",
        Inputs = new Dictionary<string, string> { ["model"] = "diabetes", ["environment"] = "staging", ["keep-going"] = "true" },
        Outputs = ["total", "passed", "failed", "skipped", "junit", "catalog"],
        Cake = """ModelOpsTest(new TestSettings { Model = ModelName.Parse("diabetes"), Environment = "staging", KeepGoing = true })""",
    };
}
