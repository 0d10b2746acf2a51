using System.Text.RegularExpressions;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>One call that the sandbox serves.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Its path, the one below <c>/api</c> where it has two; <c>{name}</c> is a value.</param>
/// <param name="Only">The only release that has the call; null when all have it.</param>
internal sealed partial record ServedCall(string Method, string Path, Behavior? Only = null)
{
    private const string UserInterface = "/ajax-api/";

    private readonly Regex _pattern = new(
        "^" + Hole().Replace(Regex.Escape(Path), hole => hole.Value.Contains('*', StringComparison.Ordinal) ? ".*" : "[^/]+") + "$",
        RegexOptions.CultureInvariant);

    /// <summary>A call of the catalog.</summary>
    public static ServedCall Of(RpcEndpoint call) => new(call.Method, call.Routes.First(), call.Only);

    /// <summary>Whether a request is one of this call.</summary>
    public bool Matches(CapturedCase one)
    {
        var path = one.Path.Split('?')[0];
        var isAlias = path.StartsWith(UserInterface, StringComparison.Ordinal) && !Path.StartsWith(UserInterface, StringComparison.Ordinal);
        return one.Method == Method && _pattern.IsMatch(isAlias ? "/api/" + path[UserInterface.Length..] : path);
    }

    // A value, with its opening brace escaped.
    [GeneratedRegex(@"\\\{[^}]*}")]
    private static partial Regex Hole();
}
