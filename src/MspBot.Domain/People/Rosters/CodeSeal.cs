using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MspBot.Domain.People.Rosters;

/// <summary>
/// Seals what only the bearer of a code may read: AES-GCM under a key that HKDF derives from the code. Beside it stands the code's hash. A
/// code has 128 random bits, so neither leads back to it; the code itself is stored nowhere.
/// </summary>
public static class CodeSeal
{
    private const int Length = 32;

    /// <summary>What is sealed is filled up to a multiple of this: its length tells no name.</summary>
    private const int Block = 256;

    /// <summary>By which the row of a code is found.</summary>
    public static byte[] Hash(string code) => Derived(code, "hash");

    public static byte[] Seal(string code, ReadOnlySpan<byte> plain)
    {
        var padded = new byte[(sizeof(int) + plain.Length + Block - 1) / Block * Block];
        BinaryPrimitives.WriteInt32LittleEndian(padded, plain.Length);
        plain.CopyTo(padded.AsSpan(sizeof(int)));
        var result = new byte[Nonce + Tag + padded.Length];
        var nonce = result.AsSpan(0, Nonce);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Derived(code, "seal"), Tag);
        aes.Encrypt(nonce, padded, result.AsSpan(Nonce + Tag), result.AsSpan(Nonce, Tag));
        return result;
    }

    /// <summary>Null: it was sealed with another code, or is spoilt.</summary>
    public static byte[]? Open(string code, ReadOnlySpan<byte> value)
    {
        if (value.Length < Nonce + Tag + Block) return null;
        var padded = new byte[value.Length - Nonce - Tag];
        using var aes = new AesGcm(Derived(code, "seal"), Tag);
        try
        {
            aes.Decrypt(value[..Nonce], value[(Nonce + Tag)..], value.Slice(Nonce, Tag), padded);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        return padded[sizeof(int)..(sizeof(int) + BinaryPrimitives.ReadInt32LittleEndian(padded))];
    }

    private static int Nonce => AesGcm.NonceByteSizes.MaxSize;

    private static int Tag => AesGcm.TagByteSizes.MaxSize;

    private static byte[] Derived(string code, string what) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(code), Length, info: Encoding.UTF8.GetBytes($"roster:{what}"));
}
