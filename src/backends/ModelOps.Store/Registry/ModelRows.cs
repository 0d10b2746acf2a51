using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Registry;

/// <summary>Table <c>registered_models</c>. Prompts, which MLflow keeps in the same table, are not models.</summary>
internal static class ModelRows
{
    public static RegisteredModel? Find(StoreConnection connection, ModelName model) =>
        Exists(connection, model) ? new(model, AliasRows.Read(connection, model)) { Tags = ModelTagRows.Read(connection, model) } : null;

    public static void Describe(StoreConnection connection, ModelName model, string description, DateTimeOffset now)
    {
        Require(connection, model);
        ModelWrites.Describe(connection, model.Value, description, now.ToUnixTimeMilliseconds());
    }

    public static void Require(StoreConnection connection, ModelName model)
    {
        if (!Exists(connection, model))
        {
            throw StoreErrors.ModelMissing(model.Value);
        }
    }

    public static void Ensure(StoreConnection connection, ModelName model, string description, IReadOnlyList<Tag> tags, DateTimeOffset now)
    {
        if (Exists(connection, model))
        {
            return;
        }

        if (connection.Scalar($"SELECT 1 FROM registered_models WHERE {DefaultWorkspace.And(connection)} name = $name", ("$name", model.Value)) is not null)
        {
            throw StoreErrors.Refused($"'{model}' is the name of a prompt in this catalog; a model needs another name.");
        }

        ModelWrites.Insert(connection, model.Value, description, now.ToUnixTimeMilliseconds());
        ModelTagRows.Write(connection, model, tags);
    }

    public static List<RegisteredModel> List(StoreConnection connection) =>
    [
        .. connection.Query($"SELECT m.name FROM registered_models m WHERE {NotPrompt(connection)} ORDER BY m.name", row => row.Text(0))
            .Select(name => ModelName.TryParse(name, out var model) ? model : null)
            .OfType<ModelName>()
            .Select(model => new RegisteredModel(model, AliasRows.Read(connection, model)) { Tags = ModelTagRows.Read(connection, model) }),
    ];

    /// <summary>Names that begin so and carry a tag, in order; what is null does not matter.</summary>
    public static List<ModelName> Search(StoreConnection connection, ModelSearch search) =>
    [
        .. connection
            .Query(
                $"""
                SELECT m.name FROM registered_models m WHERE {NotPrompt(connection)} AND substr(m.name, 1, length($prefix)) = $prefix
                AND ($key IS NULL OR EXISTS (
                    SELECT 1 FROM registered_model_tags t WHERE {DefaultWorkspace.And(connection, "t")} t.name = m.name AND t.key = $key))
                ORDER BY m.name
                """,
                row => row.Text(0),
                ("$prefix", search.NamePrefix ?? ""), ("$key", search.TagKey))
            .Select(name => ModelName.TryParse(name, out var model) ? model : null)
            .OfType<ModelName>(),
    ];

    private static bool Exists(StoreConnection connection, ModelName model) => connection.Scalar(
        $"SELECT 1 FROM registered_models m WHERE {DefaultWorkspace.And(connection, "m")} m.name = $name AND {NotPrompt(connection)}",
        ("$name", model.Value)) is not null;

    private static string NotPrompt(StoreConnection connection) =>
        $"""
        NOT EXISTS (
            SELECT 1 FROM registered_model_tags t
            WHERE {DefaultWorkspace.And(connection, "t")} t.name = m.name AND t.key = 'mlflow.prompt.is_prompt' AND t.value = 'true')
        """;
}
