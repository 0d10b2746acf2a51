using System.Security.Cryptography;
using System.Text;

namespace ModelOps.Surfaces.Azure;

/// <summary>Identities of the Azure tasks: a version 5 UUID (RFC 9562, section 5.5) of the task's name, so that it never changes.</summary>
internal static class TaskId
{
    private static readonly Guid Namespace = new("7c3f1d52-6d0a-4d8e-9a53-0f6b6e2f4c11");

    public static Guid For(string taskName)
    {
        // SHA-1 is what the RFC prescribes; nothing here relies on its strength.
#pragma warning disable CA5350
        var hash = SHA1.HashData([.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(taskName)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
