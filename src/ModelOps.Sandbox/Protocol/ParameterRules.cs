namespace ModelOps.Sandbox.Protocol;

/// <summary>The checks of one parameter, in their order.</summary>
/// <param name="Parameter">Name on the wire.</param>
/// <param name="Rules">The checks.</param>
internal sealed record ParameterRules(string Parameter, params Rule[] Rules)
{
    /// <summary>Whether the parameter is checked even when it was not sent.</summary>
    public bool IsRequired { get; } = Rules.Contains(Rule.Required);

    /// <summary>A text that must be there.</summary>
    public static ParameterRules RequiredText(string parameter) => new(parameter, Rule.Required, Rule.String);

    /// <summary>A text that may be left out.</summary>
    public static ParameterRules Text(string parameter) => new(parameter, Rule.String);
}
