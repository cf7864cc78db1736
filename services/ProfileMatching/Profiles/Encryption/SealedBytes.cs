using System.Security.Cryptography;
using System.Text;

namespace CareerRecs.ProfileMatching.Profiles.Encryption;

/// <summary>
/// Bytes encrypted by AES-256-GCM: a byte for the form, the nonce, the ciphertext, the tag. They open only under the key and the
/// identity that they were sealed with.
/// </summary>
internal static class SealedBytes
{
    private const byte Form = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Overhead = 1 + NonceBytes + TagBytes;

    /// <summary>Encrypts bytes.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="plain">The bytes.</param>
    /// <param name="identity">What the bytes belong to, as <see cref="Identify"/> writes it.</param>
    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> identity)
    {
        var output = new byte[Overhead + plain.Length];
        output[0] = Form;
        var nonce = output.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, output.AsSpan(1 + NonceBytes, plain.Length), output.AsSpan(^TagBytes..), identity);
        return output;
    }

    /// <summary>Decrypts bytes; null if they, their key or their identity are others than they were sealed with.</summary>
    public static byte[]? TryOpen(ReadOnlySpan<byte> key, ReadOnlySpan<byte> closed, ReadOnlySpan<byte> identity)
    {
        if (closed.Length < Overhead || closed[0] != Form)
        {
            return null;
        }
        var plain = new byte[closed.Length - Overhead];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(closed.Slice(1, NonceBytes), closed[(1 + NonceBytes)..^TagBytes], closed[^TagBytes..], plain, identity);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>
    /// Writes what sealed bytes belong to; each part with its length, so that no two identities are written alike.
    /// </summary>
    public static byte[] Identify(params ReadOnlySpan<string> parts)
    {
        var output = new MemoryStream();
        using var writer = new BinaryWriter(output, Encoding.UTF8);
        foreach (var part in parts)
        {
            writer.Write(part);
        }
        return output.ToArray();
    }
}
