namespace ModelOps.Sandbox.Otlp;

/// <summary>Reads attributes of the binary form.</summary>
internal static class ProtoValues
{
    /// <summary>A key with its value as JSON.</summary>
    public static KeyValuePair<string, string> Pair(ReadOnlySpan<byte> message, ValueBudget budget, int depth = 0)
    {
        budget.Take();
        var (key, value) = ("", ValueText.Null);
        var reader = new ProtoReader(message);
        while (reader.TryNext(out var field))
        {
            switch (field)
            {
                case 1:
                    key = reader.Text();
                    break;
                case 2:
                    value = Value(reader.Bytes(), budget, depth + 1);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new(key, value);
    }

    private static string Value(ReadOnlySpan<byte> message, ValueBudget budget, int depth)
    {
        budget.Take();
        if (depth > ValueText.MostDepth)
        {
            throw OtlpFault.Unreadable();
        }

        var value = ValueText.Null;
        var reader = new ProtoReader(message);
        while (reader.TryNext(out var field))
        {
            switch (field)
            {
                case 1:
                    value = ValueText.Text(reader.Text());
                    break;
                case 2:
                    value = ValueText.Flag(reader.Number() != 0);
                    break;
                case 3:
                    value = ValueText.Number((long)reader.Number());
                    break;
                case 4:
                    value = ValueText.Number(BitConverter.UInt64BitsToDouble(reader.Fixed()));
                    break;
                case 5:
                    value = List(reader.Bytes(), budget, depth);
                    break;
                case 6:
                    value = Members(reader.Bytes(), budget, depth);
                    break;
                case 7:
                    value = ValueText.Text(Convert.ToBase64String(reader.Bytes()));
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return value;
    }

    private static string List(ReadOnlySpan<byte> message, ValueBudget budget, int depth)
    {
        var items = new List<string>();
        var reader = new ProtoReader(message);
        while (reader.TryNext(out var field))
        {
            if (field == 1)
            {
                items.Add(Value(reader.Bytes(), budget, depth + 1));
            }
            else
            {
                reader.Skip();
            }
        }

        return ValueText.List(items);
    }

    private static string Members(ReadOnlySpan<byte> message, ValueBudget budget, int depth)
    {
        var members = new List<KeyValuePair<string, string>>();
        var reader = new ProtoReader(message);
        while (reader.TryNext(out var field))
        {
            if (field == 1)
            {
                members.Add(Pair(reader.Bytes(), budget, depth));
            }
            else
            {
                reader.Skip();
            }
        }

        return ValueText.Members(members);
    }
}
