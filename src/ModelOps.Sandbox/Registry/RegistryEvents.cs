using System.Text.Json.Nodes;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Registry.Versions;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Registry;

/// <summary>What webhooks are told of the registry's calls: of a prompt under other names than of a model.</summary>
internal static class RegistryEvents
{
    public static void ModelCreated(ServerContext server, string name, string description, IReadOnlyList<WireTag> tags)
    {
        if (server.Webhooks.HasListeners)
        {
            server.Webhooks.Publish(
                new(PromptTags.Mark(tags) ? "prompt" : "registered_model", "created"),
                new() { ["name"] = name, ["tags"] = ToJson(tags), ["description"] = description });
        }
    }

    public static void VersionCreated(ServerContext server, VersionDraft draft, string version)
    {
        if (!server.Webhooks.HasListeners)
        {
            return;
        }

        var data = new JsonObject { ["name"] = draft.Name, ["version"] = version };
        if (draft.IsPrompt)
        {
            data["template"] = draft.Tags.FirstOrDefault(tag => tag.Key == PromptTags.Text)?.Value;
        }
        else
        {
            data["source"] = draft.Source;
            data["run_id"] = draft.RunId.NullIfEmpty();
        }

        data["tags"] = ToJson(draft.IsPrompt ? [.. draft.Tags.Where(tag => tag.Key != PromptTags.Text)] : draft.Tags);
        data["description"] = draft.Description.NullIfEmpty();
        server.Webhooks.Publish(new(draft.IsPrompt ? "prompt_version" : "model_version", "created"), data);
    }

    /// <summary>Tells of prompts only: MLflow has no event for a tag of a registered model.</summary>
    public static void ModelTagSet(ServerContext server, string name, WireTag tag)
    {
        if (IsPrompt(server, name) == true)
        {
            server.Webhooks.Publish(new("prompt_tag", "set"), new() { ["name"] = name, ["key"] = tag.Key, ["value"] = tag.Value });
        }
    }

    /// <summary>Tells of prompts only: MLflow has no event for a tag of a registered model.</summary>
    public static void ModelTagDeleted(ServerContext server, string name, string key)
    {
        if (IsPrompt(server, name) == true)
        {
            server.Webhooks.Publish(new("prompt_tag", "deleted"), new() { ["name"] = name, ["key"] = key });
        }
    }

    public static void VersionTagSet(ServerContext server, string name, string version, WireTag tag) => Publish(
        server, name, "version_tag", "set", new() { ["name"] = name, ["version"] = version, ["key"] = tag.Key, ["value"] = tag.Value });

    public static void VersionTagDeleted(ServerContext server, string name, string version, string key) => Publish(
        server, name, "version_tag", "deleted", new() { ["name"] = name, ["version"] = version, ["key"] = key });

    public static void AliasSet(ServerContext server, string name, string alias, string version) => Publish(
        server, name, "alias", "created", new() { ["name"] = name, ["alias"] = alias, ["version"] = version });

    public static void AliasDeleted(ServerContext server, string name, string alias) => Publish(
        server, name, "alias", "deleted", new() { ["name"] = name, ["alias"] = alias });

    private static void Publish(ServerContext server, string name, string part, string action, JsonObject data)
    {
        if (IsPrompt(server, name) is { } isPrompt)
        {
            server.Webhooks.Publish(new(isPrompt ? $"prompt_{part}" : part == "alias" ? "model_version_alias" : $"model_{part}", action), data);
        }
    }

    // Null when nobody listens: then it does not matter, and is not looked up.
    private static bool? IsPrompt(ServerContext server, string name) =>
        server.Webhooks.HasListeners ? server.Store.Read(connection => PromptTags.IsOn(connection, name)) : null;

    private static JsonObject ToJson(IReadOnlyList<WireTag> tags)
    {
        var isPrompt = PromptTags.Mark(tags);
        var json = new JsonObject();
        foreach (var tag in tags)
        {
            if (!isPrompt || tag.Key is not (PromptTags.IsPrompt or PromptTags.Type))
            {
                json[tag.Key] = tag.Value;
            }
        }

        return json;
    }
}
