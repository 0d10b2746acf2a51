using System.Text.RegularExpressions;

namespace ModelOps.Core.Models.Environments;

/// <summary>Classifies one line for pip: an option, a PEP 508 requirement, a URL or a path.</summary>
internal static partial class RequirementParser
{
    private static readonly Dictionary<string, RequirementKind> Options = new(StringComparer.Ordinal)
    {
        ["-r"] = RequirementKind.RequirementsFile, ["--requirement"] = RequirementKind.RequirementsFile,
        ["-c"] = RequirementKind.ConstraintsFile, ["--constraint"] = RequirementKind.ConstraintsFile,
        ["-e"] = RequirementKind.Editable, ["--editable"] = RequirementKind.Editable,
        ["-i"] = RequirementKind.Index, ["--index-url"] = RequirementKind.Index, ["--pypi-url"] = RequirementKind.Index,
        ["--extra-index-url"] = RequirementKind.ExtraIndex, ["-f"] = RequirementKind.ExtraIndex, ["--find-links"] = RequirementKind.ExtraIndex,
    };

    /// <summary>Classifies a line.</summary>
    /// <param name="line">The line without its comment.</param>
    public static Requirement Parse(string line)
    {
        var text = line.Trim();
        return text.StartsWith('-') ? ParseOption(text) : ParsePackage(text);
    }

    /// <summary>A package's name as indexes compare it.</summary>
    public static string Normalise(string name) => Separators().Replace(name, "-").ToLowerInvariant();

    private static Requirement ParseOption(string text)
    {
        var match = OptionLine().Match(text);
        var (name, target) = (match.Groups["name"].Value, match.Groups["value"].Value.Trim());
        if (!Options.TryGetValue(name, out var kind))
        {
            return new(RequirementKind.Option, text) { Target = target };
        }

        return new(target.Length == 0 ? RequirementKind.Invalid : kind, text) { Target = target };
    }

    private static Requirement ParsePackage(string text)
    {
        var hashes = HashOption().Matches(text).Select(match => match.Groups["hash"].Value).ToArray();
        var bare = PackageOptions().Replace(text, "").Trim();
        if (ReferenceKind(bare) is { } plain)
        {
            return new(plain, text) { Target = bare, Hashes = hashes };
        }

        var match = Package().Match(bare);
        if (!match.Success)
        {
            return new(RequirementKind.Invalid, text);
        }

        var requirement = new Requirement(RequirementKind.Unpinned, text)
        {
            Name = Normalise(match.Groups["name"].Value),
            Specifier = WhiteSpace().Replace(match.Groups["specifier"].Value, "").Trim('(', ')'),
            Target = match.Groups["url"].Value,
            Marker = match.Groups["marker"].Value.Trim(),
            Hashes = hashes,
        };
        return requirement with { Kind = KindOf(requirement) };
    }

    private static RequirementKind KindOf(Requirement requirement)
    {
        if (requirement.Target.Length > 0)
        {
            return ReferenceKind(requirement.Target) ?? RequirementKind.Path;
        }

        var parts = requirement.Specifier.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? RequirementKind.Unpinned
            : parts.Any(part => part.StartsWith("==", StringComparison.Ordinal) && !part.EndsWith('*')) ? RequirementKind.Pinned
            : RequirementKind.Range;
    }

    private static RequirementKind? ReferenceKind(string text)
    {
        if (Url().Match(text) is { Success: true } url)
        {
            var scheme = url.Groups["scheme"].Value;
            return scheme.Contains('+', StringComparison.Ordinal) ? RequirementKind.Vcs
                : scheme.Equals("file", StringComparison.OrdinalIgnoreCase) ? RequirementKind.Path
                : RequirementKind.Url;
        }

        var first = text.Split(' ', '@', ';')[0];
        var isPath = first.Contains('/', StringComparison.Ordinal) || first.Contains('\\', StringComparison.Ordinal) || first.StartsWith('.')
            || first.EndsWith(".whl", StringComparison.OrdinalIgnoreCase) || first.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase);
        return isPath ? RequirementKind.Path : null;
    }

    [GeneratedRegex(@"[-_.]+", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"\A(?<name>--[A-Za-z0-9-]+|-[A-Za-z])(?:\s*=\s*|\s+|)(?<value>.*)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex OptionLine();

    [GeneratedRegex(@"\s--hash[=\s]\s*(?<hash>[^\s]+)", RegexOptions.CultureInvariant)]
    private static partial Regex HashOption();

    [GeneratedRegex(@"\s--[a-z-]+[=\s]\s*[^\s]+", RegexOptions.CultureInvariant)]
    private static partial Regex PackageOptions();

    [GeneratedRegex(@"\A(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):/{1,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Url();

    // Linear without an engine of its own: no white space fits two places, and of a version followed by an operator only one way fits.
    [GeneratedRegex(
        @"\A(?<name>(?>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?))(?>\s*)(?>(?:\[[^\]]*\])?)(?>\s*)(?:@(?>\s*)(?<url>(?>[^\s;]+))(?:\s+;|\s*\z)|(?<specifier>\(?(?:(?>\s*)(?:===|==|~=|!=|<=|>=|<|>)(?>\s*)[A-Za-z0-9_.*+!-]+(?>\s*),?)*\)?)(?>\s*)(?:;|\z))(?<marker>.*)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Package();
}
