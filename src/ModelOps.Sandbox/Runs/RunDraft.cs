using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Runs;

/// <summary>A run that is asked for.</summary>
/// <param name="Name">Its name, made up where none was given.</param>
/// <param name="UserId">Who runs it.</param>
/// <param name="StartTime">When it began, in epoch milliseconds.</param>
/// <param name="Tags">Its tags, with that of the name.</param>
internal sealed record RunDraft(string Name, string UserId, long StartTime, IReadOnlyList<WireTag> Tags)
{
    /// <summary>Reads a request.</summary>
    /// <exception cref="MlflowFault">The name and the tag of the name differ.</exception>
    public static RunDraft Of(Message request)
    {
        var tags = request.Parts("tags").Select(tag => new WireTag(tag.Text("key"), tag.Text("value"))).ToList();
        var given = request.Text("run_name");
        var tagged = tags.Find(tag => tag.Key == RunTags.Name)?.Value ?? "";
        if (given.Length > 0 && tagged.Length > 0 && given != tagged)
        {
            throw MlflowFault.Invalid(
                $"Both 'run_name' argument and '{RunTags.Name}' tag are specified, but with different values "
                + $"(run_name='{given}', {RunTags.Name}='{tagged}').");
        }

        var name = given.Length > 0 ? given : tagged.Length > 0 ? tagged : RunName.Make();
        if (tagged.Length == 0)
        {
            tags.Add(new(RunTags.Name, name));
        }

        return new(name, request.Text("user_id"), request.Integer("start_time"), tags);
    }
}
