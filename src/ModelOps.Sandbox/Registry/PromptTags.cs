using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Registry;

/// <summary>Tags by which prompts, which are kept in the same tables, are told from models.</summary>
internal static class PromptTags
{
    public const string IsPrompt = "mlflow.prompt.is_prompt";

    public const string Text = "mlflow.prompt.text";

    public const string Type = "_mlflow_prompt_type";

    /// <summary>Whether tags make what they are on a prompt's.</summary>
    public static bool Mark(IReadOnlyList<WireTag> tags) => tags.Any(tag => tag.Key == IsPrompt);

    /// <summary>Whether a name is that of a prompt.</summary>
    public static bool IsOn(StoreConnection connection, string name) => connection.Scalar(
        "SELECT 1 FROM registered_model_tags WHERE workspace = 'default' AND name = $name AND key = $key", ("$name", name), ("$key", IsPrompt)) is not null;
}
