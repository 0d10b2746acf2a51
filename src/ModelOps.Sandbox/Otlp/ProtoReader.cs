using System.Buffers.Binary;
using System.Text;

namespace ModelOps.Sandbox.Otlp;

/// <summary>Reads the binary form of a protocol buffers message, field by field.</summary>
/// <param name="message">The message.</param>
internal ref struct ProtoReader(ReadOnlySpan<byte> message)
{
    private const int MostShift = 63;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest = message;
    private int _wireType;

    /// <summary>Goes to the next field.</summary>
    /// <param name="field">Its number.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryNext(out int field)
    {
        field = 0;
        if (_rest.IsEmpty)
        {
            return false;
        }

        var tag = ReadVarint();
        field = (int)(tag >> 3);
        _wireType = (int)(tag & 7);
        return field > 0 ? true : throw OtlpFault.Unreadable();
    }

    /// <summary>A whole number.</summary>
    public ulong Number()
    {
        Require(0);
        return ReadVarint();
    }

    /// <summary>A number of eight bytes.</summary>
    public ulong Fixed()
    {
        Require(1);
        return BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));
    }

    /// <summary>A message, or bytes.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        Require(2);
        return TakeCounted();
    }

    /// <summary>Text.</summary>
    public string Text()
    {
        try
        {
            return Strict.GetString(Bytes());
        }
        catch (ArgumentException)
        {
            throw OtlpFault.Unreadable();
        }
    }

    /// <summary>Passes over a field that nobody asks for.</summary>
    public void Skip()
    {
        switch (_wireType)
        {
            case 0:
                ReadVarint();
                break;
            case 1:
                Take(sizeof(ulong));
                break;
            case 2:
                TakeCounted();
                break;
            case 5:
                Take(sizeof(uint));
                break;
            default:
                throw OtlpFault.Unreadable();
        }
    }

    private readonly void Require(int wireType)
    {
        if (_wireType != wireType)
        {
            throw OtlpFault.Unreadable();
        }
    }

    private ReadOnlySpan<byte> TakeCounted()
    {
        var length = ReadVarint();
        return length <= (ulong)_rest.Length ? Take((int)length) : throw OtlpFault.Unreadable();
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
        {
            throw OtlpFault.Unreadable();
        }

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private ulong ReadVarint()
    {
        var number = 0UL;
        for (var shift = 0; shift <= MostShift; shift += 7)
        {
            var part = Take(1)[0];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }

        throw OtlpFault.Unreadable();
    }
}
