using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace ModelOps.Sandbox.Tests.Writes;

/// <summary>Finds statements that write tables of MLflow's schema, in the strings of a built assembly.</summary>
internal sealed partial class WriteStatements(IReadOnlySet<string> tables)
{
    /// <summary>The tables of a schema, but for some.</summary>
    public static WriteStatements Of(string schema, params string[] except)
    {
        var tables = Table().Matches(schema).Select(match => match.Groups["table"].Value).Except(except);
        return new(tables.ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    public int TableCount => tables.Count;

    /// <summary>The strings that write a table, or one that is put in while the program runs.</summary>
    public IReadOnlyList<string> Find(IEnumerable<string> strings) =>
        [.. strings.Where(text => Write().Matches(text).Any(match => match.Groups["table"].Value is { } table && (table.Length == 0 || tables.Contains(table))))];

    /// <summary>All strings that the code of an assembly holds.</summary>
    public static List<string> StringsOf(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var strings = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            strings.Add(metadata.GetUserString(handle));
        }

        return strings;
    }

    [GeneratedRegex("""CREATE TABLE (?:IF NOT EXISTS )?"?(?<table>\w+)""")]
    private static partial Regex Table();

    // Upper case as all SQL here is; a table that the text does not name is at its end.
    [GeneratedRegex("""\b(?:(?:INSERT|REPLACE)(?:\s+OR\s+\w+)?\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)(?:\s+["`\[]?(?<table>\w+)|\s*$)""")]
    private static partial Regex Write();
}
