using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Hosting;

namespace ModelOps.Sandbox.Webhooks;

/// <summary>
/// Encrypts the secrets of webhooks as MLflow does, in Fernet tokens: with the key of the environment, or with one that ends with the process, after
/// which the secrets in the file cannot be read any more.
/// </summary>
internal sealed class SecretCipher
{
    /// <summary>Variable that holds the key, 32 bytes in URL-safe base64.</summary>
    public const string KeyVariable = "MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY";

    private const byte Version = 0x80;
    private const int HalfKey = 16;
    private const int MacSize = 32;

    // Version, time and initialisation vector.
    private const int HeaderSize = 1 + 8 + 16;

    private readonly Lazy<byte[]> _key;
    private readonly TimeProvider _time;

    /// <summary>A cipher.</summary>
    /// <param name="key">32 bytes in URL-safe base64; null or empty makes one.</param>
    /// <param name="time">The clock; a token says when it was made.</param>
    /// <exception cref="FormatException">The key is no key.</exception>
    public SecretCipher(string? key, TimeProvider time)
    {
        // Drawn for the first webhook: the library that draws it takes a good part of a start to load.
        _key = string.IsNullOrEmpty(key) ? new(() => RandomNumberGenerator.GetBytes(2 * HalfKey)) : new(Read(key));
        _time = time;
    }

    private byte[] SigningKey => _key.Value[..HalfKey];

    private byte[] EncryptionKey => _key.Value[HalfKey..];

    /// <summary>A cipher with the key of the environment, if there is one.</summary>
    /// <exception cref="ModelOpsException">The variable holds no key (MOP0002).</exception>
    public static SecretCipher FromEnvironment(TimeProvider time)
    {
        try
        {
            return new(new ProcessEnvironment().Get(KeyVariable), time);
        }
        catch (FormatException)
        {
            // The message says nothing of the value, which may be a key with a slip.
            throw new ModelOpsException(
                ExitCode.BadInput, InputDiagnostics.Invalid.At($"{KeyVariable} holds no key: expected 32 bytes in URL-safe base64."));
        }
    }

    public string Encrypt(string secret)
    {
        using var aes = Aes.Create();
        aes.Key = EncryptionKey;
        var encrypted = aes.EncryptCbc(Encoding.UTF8.GetBytes(secret), aes.IV);
        var token = new byte[HeaderSize + encrypted.Length + MacSize];
        token[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(token.AsSpan(1), _time.GetUtcNow().ToUnixTimeSeconds());
        aes.IV.CopyTo(token, 1 + 8);
        encrypted.CopyTo(token, HeaderSize);
        HMACSHA256.HashData(SigningKey, token.AsSpan(0, token.Length - MacSize), token.AsSpan(token.Length - MacSize));

        // MLflow's library wants the padding.
        return Convert.ToBase64String(token).Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Decrypts a token; null when it was not made with this key or was changed since.</summary>
    public string? Decrypt(string token)
    {
        var bytes = Base64Url.IsValid(token) ? Base64Url.DecodeFromChars(token) : [];
        if (bytes.Length <= HeaderSize + MacSize || bytes[0] != Version)
        {
            return null;
        }

        var signed = bytes.AsSpan(0, bytes.Length - MacSize);
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(SigningKey, signed), bytes.AsSpan(signed.Length)))
        {
            return null;
        }

        using var aes = Aes.Create();
        aes.Key = EncryptionKey;
        return Encoding.UTF8.GetString(aes.DecryptCbc(signed[HeaderSize..], signed.Slice(1 + 8, 16)));
    }

    private static byte[] Read(string key)
    {
        var bytes = Base64Url.DecodeFromChars(key);
        return bytes.Length == 2 * HalfKey
            ? bytes
            : throw new FormatException($"{KeyVariable} must hold 32 bytes in URL-safe base64; found {bytes.Length}.");
    }
}
