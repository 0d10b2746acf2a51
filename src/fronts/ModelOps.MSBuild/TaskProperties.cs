using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;

namespace ModelOps.MSBuild;

/// <summary>Moves values between a task's properties and a verb.</summary>
internal static class TaskProperties
{
    /// <summary>Texts of all inputs that the project gives. MSBuild leaves a property alone when the attribute's text is empty.</summary>
    public static ArgumentSource ReadInputs(ITask task, VerbDescriptor verb)
    {
        var texts = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var name in verb.Inputs.Select(input => input.Name.Property))
        {
            switch (task.GetType().GetProperty(name)!.GetValue(task))
            {
                case string { Length: > 0 } text:
                    texts.Add(name, [text]);
                    break;
                case string[] { Length: > 0 } list:
                    texts.Add(name, list);
                    break;
            }
        }

        return new(texts);
    }

    /// <summary>Sets all outputs: text, a list of texts, or items with a metadatum for every column of a table.</summary>
    /// <remarks>MSBuild escapes the texts of string properties itself; an item's text must come escaped.</remarks>
    public static void WriteOutputs(ITask task, IReadOnlyList<OutputDescriptor> outputs, object result)
    {
        foreach (var output in outputs)
        {
            var value = output.ValueIn(result);
            object? converted = value switch
            {
                IEnumerable<string> list => list.ToArray(),
                IEnumerable<object> rows when output.IsTable => rows.Select(ToItem).ToArray(),
                _ => output.TextIn(result),
            };
            task.GetType().GetProperty(output.Name.Property)!.SetValue(task, converted);
        }
    }

    private static ITaskItem ToItem(object row, int index)
    {
        var item = new TaskItem(InputText.Of(index + 1));
        foreach (var (name, text) in TableRow.Cells(row))
        {
            item.SetMetadata(name, MSBuildText.Escape(text));
        }

        return item;
    }
}
