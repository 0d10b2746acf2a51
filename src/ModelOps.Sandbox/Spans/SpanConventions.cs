namespace ModelOps.Sandbox.Spans;

/// <summary>Names that the conventions of OpenTelemetry, OpenInference and Traceloop have for what MLflow shows.</summary>
internal static class SpanConventions
{
    /// <summary>Kinds of work: the attribute, with MLflow's type by its value.</summary>
    public static IReadOnlyList<(string Key, IReadOnlyDictionary<string, string> Types)> Types { get; } =
    [
        ("openinference.span.kind", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["TOOL"] = "TOOL",
            ["CHAIN"] = "CHAIN",
            ["LLM"] = "LLM",
            ["RETRIEVER"] = "RETRIEVER",
            ["EMBEDDING"] = "EMBEDDING",
            ["AGENT"] = "AGENT",
            ["RERANKER"] = "RERANKER",
            ["GUARDRAIL"] = "GUARDRAIL",
            ["EVALUATOR"] = "EVALUATOR",
        }),
        ("gen_ai.operation.name", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["chat"] = "CHAT_MODEL",
            ["create_agent"] = "AGENT",
            ["invoke_agent"] = "AGENT",
            ["embeddings"] = "EMBEDDING",
            ["execute_tool"] = "TOOL",
            ["generate_content"] = "LLM",
            ["text_completion"] = "LLM",
            ["response"] = "LLM",
        }),
        ("traceloop.span.kind", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["workflow"] = "WORKFLOW",
            ["task"] = "TASK",
            ["agent"] = "AGENT",
            ["tool"] = "TOOL",
        }),
    ];

    public static IReadOnlyList<string> Inputs { get; } =
        ["input.value", "gen_ai.input.messages", "gen_ai.tool.call.arguments", "traceloop.entity.input"];

    public static IReadOnlyList<string> Outputs { get; } =
        ["output.value", "gen_ai.output.messages", "gen_ai.tool.call.result", "traceloop.entity.output"];

    public static IReadOnlyList<string> Models { get; } = ["llm.model_name", "gen_ai.response.model", "gen_ai.request.model"];

    public static IReadOnlyList<string> Providers { get; } = ["llm.provider", "gen_ai.provider.name"];

    /// <summary>How many tokens went in, came out, and both.</summary>
    public static IReadOnlyList<(string Input, string Output, string Total)> Tokens { get; } =
    [
        ("llm.token_count.prompt", "llm.token_count.completion", "llm.token_count.total"),
        ("gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens", "gen_ai.usage.total_tokens"),
        ("gen_ai.usage.prompt_tokens", "gen_ai.usage.completion_tokens", "llm.usage.total_tokens"),
    ];
}
