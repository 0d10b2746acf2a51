namespace ModelOps.Testing.MlflowServer;

/// <summary>What goes wrong.</summary>
public enum FaultMode
{
    /// <summary>The connection is cut before anything is done.</summary>
    DropBefore,

    /// <summary>The connection is cut after it was done.</summary>
    DropAfter,

    /// <summary>The connection is cut in the middle of the answer.</summary>
    DropMidBody,

    /// <summary>A status is answered and nothing done.</summary>
    StatusBefore,

    /// <summary>A status is answered after it was done.</summary>
    StatusAfter,

    /// <summary>It is done, and half of the JSON answered.</summary>
    TruncatedJson,

    /// <summary>It is done, and a page answered with 200.</summary>
    HtmlPage,

    /// <summary>It is done, and JSON answered that has a field twice.</summary>
    DuplicateKeys,

    /// <summary>The answer comes after a delay.</summary>
    Delay,

    /// <summary>A redirect is answered.</summary>
    Redirect,

    /// <summary>A read answers what the same read answered before; nothing, the first time.</summary>
    StaleRead,

    /// <summary>A read answers from the state before the last write.</summary>
    PastRead,

    /// <summary>Nothing is done, and no answer comes until the client gives up.</summary>
    BlackHole,

    /// <summary>It is done, and no answer comes until the client gives up.</summary>
    BlackHoleAfter,

    /// <summary>It is done twice, as when something between repeats a request; the second answer is given.</summary>
    Twice,
}
