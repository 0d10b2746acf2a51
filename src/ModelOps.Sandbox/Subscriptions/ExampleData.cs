using System.Text.Json.Nodes;
using ModelOps.Sandbox.Webhooks;

namespace ModelOps.Sandbox.Subscriptions;

/// <summary>What a test of a webhook says happened. Source: the captured deliveries.</summary>
internal static class ExampleData
{
    private const string Key = "example_key";
    private const string Value = "example_value";

    /// <summary>Data of an event.</summary>
    public static JsonObject Of(WebhookEvent happened)
    {
        if (happened.Entity == "budget_policy")
        {
            return new()
            {
                ["budget_policy_id"] = "bp-abc123",
                ["budget_unit"] = "USD",
                ["budget_amount"] = 100.0,
                ["current_spend"] = 105.5,
                ["duration_unit"] = "MONTHS",
                ["duration_value"] = 1,
                ["target_scope"] = "WORKSPACE",
                ["workspace"] = "default",
                ["window_start"] = 1_704_067_200_000,
            };
        }

        var isPrompt = happened.Entity.StartsWith("prompt", StringComparison.Ordinal);
        var data = new JsonObject { ["name"] = isPrompt ? "example_prompt" : "example_model" };
        if (happened.Entity.EndsWith("_alias", StringComparison.Ordinal))
        {
            data["alias"] = "example_alias";
        }

        if (happened.Entity.Contains("version", StringComparison.Ordinal) && !happened.Entity.EndsWith("_alias", StringComparison.Ordinal)
            || happened is { Action: "created" } && happened.Entity.EndsWith("_alias", StringComparison.Ordinal))
        {
            data["version"] = "1";
        }

        AddRest(data, happened);
        return data;
    }

    private static void AddRest(JsonObject data, WebhookEvent happened)
    {
        switch (happened)
        {
            case { Action: "set" }:
                data["key"] = Key;
                data["value"] = Value;
                break;
            case { Action: "deleted" } when happened.Entity.EndsWith("_tag", StringComparison.Ordinal):
                data["key"] = Key;
                break;
            case { Entity: "registered_model" }:
                AddCreated(data, "An example registered model");
                break;
            case { Entity: "model_version" }:
                data["source"] = "models:/123";
                data["run_id"] = "abcd1234abcd5678";
                AddCreated(data, "An example model version");
                break;
            case { Entity: "prompt" }:
                AddCreated(data, "An example prompt");
                break;
            case { Entity: "prompt_version" }:
                data["template"] = "Hello {{name}}!";
                AddCreated(data, "An example prompt version");
                break;
        }
    }

    private static void AddCreated(JsonObject data, string description)
    {
        data["tags"] = new JsonObject { [Key] = Value };
        data["description"] = description;
    }
}
