using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Registry;

/// <summary>Fields and checks that many calls of the registry share.</summary>
internal static class RegistryFields
{
    public static readonly Field Name = Field.Text("name");

    public static readonly Field Version = Field.Text("version");

    public static readonly Field Key = Field.Text("key");

    public static readonly Field Value = Field.Text("value");

    public static readonly Field Alias = Field.Text("alias");

    public static readonly Field Description = Field.Text("description");

    public static readonly Field Tags = Field.Message("tags", MessageShape.KeyValue).Many;

    public static readonly ParameterRules NameRules = new("name", Rule.String, Rule.Required);

    public static readonly ParameterRules VersionRules = new("version", Rule.String, Rule.Required);

    public static readonly ParameterRules KeyRules = new("key", Rule.String, Rule.Required);

    public static readonly ParameterRules AliasRules = new("alias", Rule.String, Rule.Required);

    /// <summary>The model that a call is about.</summary>
    /// <exception cref="MlflowFault">No model can have the name.</exception>
    public static string ReadName(RpcCall call)
    {
        var name = call.Request.Text("name");
        RegistryNames.CheckModel(name, call.Server.Behavior);
        return name;
    }

    /// <summary>The version that a call is about.</summary>
    /// <exception cref="MlflowFault">No model can have the name, or the version is no number.</exception>
    public static (string Name, string Version) ReadVersion(RpcCall call)
    {
        var (name, version) = (ReadName(call), call.Request.Text("version"));
        _ = RegistryNames.ReadVersion(version);
        return (name, version);
    }

    /// <summary>The tags of a request; of two with one key the last one counts, at the place of the first.</summary>
    public static List<WireTag> ReadTags(Message request, Behavior behavior)
    {
        var tags = new OrderedDictionary<string, WireTag>(StringComparer.Ordinal);
        foreach (var tag in request.Parts("tags"))
        {
            RegistryNames.CheckTag(tag.Text("key"), tag.Text("value"), behavior);
            tags[tag.Text("key")] = new(tag.Text("key"), tag.Text("value"));
        }

        return [.. tags.Values];
    }
}
