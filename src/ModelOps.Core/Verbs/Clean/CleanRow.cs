namespace ModelOps.Core.Verbs.Clean;

/// <summary>Something that has expired.</summary>
/// <param name="Environment">Environment; <c>default</c> without modelops.yml.</param>
/// <param name="Kind">Registered model, experiment or evaluation dataset.</param>
/// <param name="Name">Name.</param>
/// <param name="Expired">When it expired.</param>
/// <param name="Action">What was done with it, or would be.</param>
public sealed record CleanRow(string Environment, string Kind, string Name, DateTimeOffset Expired, string Action);
