namespace ModelOps.Core.Processes;

/// <summary>What a command that is not trusted is kept from, beside the variables that it is not given.</summary>
internal enum Isolation
{
    /// <summary>Nothing: it can read the environment of the step's processes as far as its user can, and leave processes behind.</summary>
    None,

    /// <summary>The environment and memory of the step's processes, by a user namespace of its own.</summary>
    Environment,

    /// <summary>Also the step's processes themselves; whatever it started ends with it, by a process namespace of its own.</summary>
    Processes,
}
