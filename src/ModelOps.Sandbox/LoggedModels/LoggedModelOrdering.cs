using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.LoggedModels;

/// <summary>One part of the order in a page token.</summary>
internal sealed record LoggedModelOrdering(string? FieldName, bool Ascending, string? DatasetName, string? DatasetDigest)
{
    /// <summary>A part as it was sent.</summary>
    public static LoggedModelOrdering Of(Message sent) => new(
        sent.Text("field_name"), sent.Flag("ascending", absent: true), sent.Text("dataset_name").NullIfEmpty(), sent.Text("dataset_digest").NullIfEmpty());
}
