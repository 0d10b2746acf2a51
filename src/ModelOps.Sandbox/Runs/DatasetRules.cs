using ModelOps.Abstractions.Tracking;
using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Runs;

/// <summary>Datasets as they are sent, and how long their texts may be. Source: mlflow/utils/validation.py.</summary>
internal static class DatasetRules
{
    private static readonly (string Field, int Limit)[] Dataset =
    [
        ("name", 500), ("digest", 36), ("source", 65_535), ("schema", 1_048_575), ("profile", 16_777_215),
    ];

    private static readonly (string Field, int Limit)[] TagOfUse = [("key", 255), ("value", 500)];

    /// <summary>Reads a dataset that a run used.</summary>
    /// <exception cref="MlflowFault">It is too long, or a tag of its use is.</exception>
    public static DatasetInput Read(Message input)
    {
        var dataset = input.Part("dataset") ?? new();
        CheckAll(dataset, Dataset);
        foreach (var tag in input.Parts("tags"))
        {
            CheckAll(tag, TagOfUse);
        }

        return new(
            dataset.Text("name"),
            dataset.Text("digest"),
            dataset.Text("source_type"),
            dataset.Text("source"),
            [.. input.Parts("tags").Select(tag => new Tag(tag.Text("key"), tag.Text("value")))])
        {
            Schema = dataset.TextOrNull("schema"),
            Profile = dataset.TextOrNull("profile"),
        };
    }

    private static void CheckAll(Message message, (string Field, int Limit)[] limits)
    {
        foreach (var (field, limit) in limits)
        {
            TextLimit.Check(field, limit, message.TextOrNull(field));
        }
    }
}
