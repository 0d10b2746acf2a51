namespace ModelOps.Core.Contract;

/// <summary>Names the command that usually follows a verb that went well, on its result record.</summary>
/// <param name="command">The command without its program; <c>{output}</c> stands for the value of an output, and the whole is left out where one has none.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NextAttribute(string command) : Attribute
{
    /// <summary>The command, with placeholders.</summary>
    public string Command { get; } = command;
}
