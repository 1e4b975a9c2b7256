using System.Security.Cryptography;
using System.Text;
using MspBot.Domain.People;

namespace MspBot.Domain.Feedback;

/// <summary>
/// Ties a person to what they filed without naming them: the table without the key reveals nothing, and with the key one can only ask «did
/// this one?». It also seals what must not be read in the database. Another key forgets every tie: 7 days' changes, «Применили?», «Мы
/// сделали», and what waits in the box.
/// </summary>
public sealed class AuthorKey
{
    public const int Length = 32;

    private readonly byte[] key;
    private readonly byte[] sealing;

    public AuthorKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != Length) throw new ArgumentException($"the key should be {Length} bytes", nameof(key));
        this.key = key.ToArray();
        sealing = HKDF.DeriveKey(HashAlgorithmName.SHA256, this.key, Length, info: "seal"u8.ToArray());
    }

    /// <summary>Tells keys apart and gives none away.</summary>
    public byte[] Fingerprint => Of("fingerprint");

    public byte[] Author(PersonId person, Meeting meeting) => Of($"author:{meeting.Kind}:{meeting.Id}:{person.Value}");

    /// <summary>
    /// Where an author's answer waits. Not the author's own hash: an old version of a row of the box leads to no row of the table.
    /// </summary>
    public byte[] Place(byte[] author) => Of($"place:{Convert.ToHexStringLower(author)}");

    /// <summary>That an author was asked «Применили?».</summary>
    public byte[] Asked(byte[] author) => Of($"asked:{Convert.ToHexStringLower(author)}");

    /// <summary>Stands in the key of a notice for what would otherwise say, to a reader of the queue, who has filed.</summary>
    public string Notice(string what, PersonId person, long about) =>
        Convert.ToHexStringLower(Of($"notice:{what}:{about}:{person.Value}")[..16]);

    /// <summary>AES-GCM under a nonce of its own; opened only for the same owner.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> owner)
    {
        var result = new byte[Nonce + Tag + plain.Length];
        var nonce = result.AsSpan(0, Nonce);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(sealing, Tag);
        aes.Encrypt(nonce, plain, result.AsSpan(Nonce + Tag), result.AsSpan(Nonce, Tag), owner);
        return result;
    }

    /// <exception cref="CryptographicException">It was sealed with another key or for another owner, or is spoilt.</exception>
    public byte[] Unseal(ReadOnlySpan<byte> value, ReadOnlySpan<byte> owner)
    {
        if (value.Length < Nonce + Tag) throw new CryptographicException("too short to be sealed");
        var plain = new byte[value.Length - Nonce - Tag];
        using var aes = new AesGcm(sealing, Tag);
        aes.Decrypt(value[..Nonce], value[(Nonce + Tag)..], value.Slice(Nonce, Tag), plain, owner);
        return plain;
    }

    private static int Nonce => AesGcm.NonceByteSizes.MaxSize;

    private static int Tag => AesGcm.TagByteSizes.MaxSize;

    private byte[] Of(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
