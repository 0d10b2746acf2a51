using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Registry;

/// <summary>Tags by which prompts, which are kept in the same tables, are told from models.</summary>
internal static class PromptTags
{
    public const string IsPrompt = "mlflow.prompt.is_prompt";

    public const string Text = "mlflow.prompt.text";

    public const string Type = "_mlflow_prompt_type";

    /// <summary>Whether tags make what they are on a prompt's.</summary>
    public static bool Mark(IReadOnlyList<WireTag> tags) => tags.Any(tag => tag.Key == IsPrompt);
}
