using System.Security.Cryptography;
using System.Text;
using MspBot.Domain.People;

namespace MspBot.Domain.Feedback;

/// <summary>
/// Ties a person to what they filed without naming them: whoever has the table and not the key learns nothing from it, whoever
/// has the key can only ask «did this one?». Another key forgets every tie: 7 days' changes, «Применили?», «Мы сделали».
/// </summary>
public sealed class AuthorKey
{
    public const int Length = 32;

    private readonly byte[] key;

    public AuthorKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != Length) throw new ArgumentException($"the key should be {Length} bytes", nameof(key));
        this.key = key.ToArray();
    }

    public byte[] Author(PersonId person, Meeting meeting) => Of($"author:{meeting.Kind}:{meeting.Id}:{person.Value}");

    /// <summary>The key of a notice that would otherwise say, to whoever reads the queue, who has filed.</summary>
    public string Notice(string what, PersonId person, long about) => $"fb:{Convert.ToHexStringLower(Of($"notice:{what}:{about}:{person.Value}")[..16])}";

    private byte[] Of(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
