using System.Text.Json;
using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Assessments;

/// <summary>Applies what a caller wants changed.</summary>
internal static class AssessmentChange
{
    /// <summary>Applies the fields that the mask names; others that there are none of are passed over.</summary>
    /// <exception cref="MlflowFault">The assessment is of another kind.</exception>
    /// <exception cref="InvalidDataException">The mask names what MLflow fails on.</exception>
    public static AssessmentRow Apply(AssessmentRow row, Message request)
    {
        var message = request.Part("assessment") ?? new Message();
        var mask = request.Texts("update_mask");
        if (mask.Contains("valid"))
        {
            throw new InvalidDataException("MLflow does not expect 'valid' in a mask.");
        }

        var expectation = mask.Contains("expectation") ? AssessmentDraft.Expectation(message.Part("expectation") ?? new Message()) : null;
        foreach (var path in mask)
        {
            row = path switch
            {
                "assessment_name" => row with { Name = message.Text("assessment_name") },
                "rationale" => row with { Rationale = message.Text("rationale") },
                "metadata" => row with { Metadata = Merge(row.Metadata, message.Map("metadata")) },
                "feedback" => SetFeedback(row, message.Part("feedback") ?? new Message()),
                "expectation" => row.Type == "expectation"
                    ? row with { Value = expectation! }
                    : throw MlflowFault.Invalid("Cannot update expectation value on a Feedback assessment."),
                _ => row,
            };
        }

        return row;
    }

    private static AssessmentRow SetFeedback(AssessmentRow row, Message feedback) => row.Type == "feedback"
        ? row with { Value = AssessmentDraft.Feedback(feedback), Error = AssessmentDraft.Error(feedback) }
        : throw MlflowFault.Invalid("Cannot update feedback value on an Expectation assessment.");

    private static string? Merge(string? stored, IReadOnlyList<WireTag> added)
    {
        if (stored is null)
        {
            return AssessmentDraft.Metadata(added);
        }

        using var document = JsonDocument.Parse(stored);
        var merged = document.RootElement.EnumerateObject().Select(pair => new WireTag(pair.Name, pair.Value.ToString())).ToList();
        foreach (var pair in added)
        {
            merged.RemoveAll(other => other.Key == pair.Key);
            merged.Add(pair);
        }

        return AssessmentDraft.Metadata(merged);
    }
}
