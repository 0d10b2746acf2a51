using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Runs;

/// <summary>How long the texts of a dataset may be. Source: mlflow/utils/validation.py.</summary>
internal static class DatasetRules
{
    private static readonly (string Field, int Limit)[] Dataset =
    [
        ("name", 500), ("digest", 36), ("source", 65_535), ("schema", 1_048_575), ("profile", 16_777_215),
    ];

    private static readonly (string Field, int Limit)[] Tag = [("key", 255), ("value", 500)];

    /// <summary>Refuses a dataset, or a tag of its use, that is too long.</summary>
    public static void Check(Message input)
    {
        CheckAll(input.Part("dataset") ?? new(), Dataset);
        foreach (var tag in input.Parts("tags"))
        {
            CheckAll(tag, Tag);
        }
    }

    private static void CheckAll(Message message, (string Field, int Limit)[] limits)
    {
        foreach (var (field, limit) in limits)
        {
            TextLimit.Check(field, limit, message.TextOrNull(field));
        }
    }
}
