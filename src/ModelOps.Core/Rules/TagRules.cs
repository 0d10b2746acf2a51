using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Configuration;
using ModelOps.Core.Sections;

namespace ModelOps.Core.Rules;

/// <summary>What must hold of <c>models[].tags</c>.</summary>
internal static class TagRules
{
    public static void Check(ModelSection model, SectionPlace place)
    {
        foreach (var key in model.Tags.Keys)
        {
            if (VersionTags.IsReserved(key))
            {
                place.Invalid("tags", $"The tag '{key}' is the toolkit's own: it says who built a version, or whether it passed, and no file sets it.");
            }
            else if (!Tag.IsKey(key))
            {
                place.Invalid("tags", $"'{key}' cannot be the key of a tag: expected {Tag.Expected}.");
            }
        }
    }
}
