namespace ModelOps.Sandbox.Protocol;

/// <summary>One field of a request message.</summary>
/// <param name="Name">Name on the wire.</param>
/// <param name="Kind">Its type.</param>
internal sealed record Field(string Name, FieldKind Kind)
{
    /// <summary>Whether the field is a list.</summary>
    public bool IsList { get; init; }

    /// <summary>What a message of the field looks like; null for other kinds.</summary>
    public MessageShape? Shape { get; init; }

    /// <summary>Name of the group of which only one field may be sent; null where there is none.</summary>
    public string? Group { get; init; }

    /// <summary>Names of a choice by number.</summary>
    public IReadOnlyDictionary<string, int> Choices { get; init; } = new Dictionary<string, int>();

    /// <summary>The same field as a list.</summary>
    public Field Many => this with { IsList = true };

    public static Field Text(string name) => new(name, FieldKind.Text);

    public static Field LooseText(string name) => new(name, FieldKind.LooseText);

    public static Field Integer(string name) => new(name, FieldKind.Integer);

    public static Field Number(string name) => new(name, FieldKind.Number);

    public static Field Flag(string name) => new(name, FieldKind.Flag);

    public static Field Choice(string name, IReadOnlyDictionary<string, int> choices) => new(name, FieldKind.Choice) { Choices = choices };

    public static Field Map(string name) => new(name, FieldKind.Map);

    public static Field Json(string name) => new(name, FieldKind.Json);

    public static Field Time(string name) => new(name, FieldKind.Time);

    public static Field Duration(string name) => new(name, FieldKind.Duration);

    public static Field Mask(string name) => new(name, FieldKind.Mask);

    public static Field Message(string name, MessageShape shape) => new(name, FieldKind.Message) { Shape = shape };
}
