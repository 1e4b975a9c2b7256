using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;

namespace MspBot.Data.Feedback;

/// <summary>What one person says of one meeting, whole: the last state takes the place of the one before.</summary>
/// <param name="Meeting">What it is about.</param>
/// <param name="Person">Its author.</param>
/// <param name="Marks">What they give.</param>
/// <param name="FiledOn">The day of the first filing.</param>
/// <param name="WillUse">What they take with them.</param>
/// <param name="WasMissing">What they missed.</param>
/// <param name="Named">They chose to show their name.</param>
/// <param name="Applied">What they said two weeks later.</param>
public sealed record FeedbackAnswer(
    Meeting Meeting, PersonId Person, Marks Marks, DateOnly FiledOn, string? WillUse = null, string? WasMissing = null, bool Named = false,
    Applied? Applied = null)
{
    private const int Smallest = 4096;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Padded, so that the size does not tell whose words they are: nearly all fit into the smallest size, the next ones are double.
    /// </summary>
    internal byte[] Seal(AuthorKey key)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this, Json);
        var size = Smallest;
        while (size < json.Length) size *= 2;
        var padded = new byte[size];
        padded.AsSpan().Fill((byte)' ');
        json.CopyTo(padded, 0);
        return key.Seal(padded, key.Place(key.Author(Person, Meeting)));
    }

    internal static FeedbackAnswer Unseal(AuthorKey key, byte[] place, byte[] value) =>
        JsonSerializer.Deserialize<FeedbackAnswer>(key.Unseal(value, place), Json)!;
}

/// <summary>What a row of the table keeps to itself: the day of filing, and the name that its author chose to show.</summary>
internal readonly record struct Kept(DateOnly FiledOn, PersonId? Name)
{
    private const int Size = 12;

    internal byte[] Seal(AuthorKey key, byte[] author)
    {
        var plain = new byte[Size];
        BinaryPrimitives.WriteInt32LittleEndian(plain, FiledOn.DayNumber);
        BinaryPrimitives.WriteInt64LittleEndian(plain.AsSpan(4), Name?.Value ?? 0);
        return key.Seal(plain, author);
    }

    /// <summary>A row under a key that was given up tells nothing: filed long ago, by an unknown author.</summary>
    internal static Kept Unseal(AuthorKey key, byte[] author, byte[]? value)
    {
        if (value is null) return new(DateOnly.MinValue, null);
        var plain = key.Unseal(value, author);
        var name = BinaryPrimitives.ReadInt64LittleEndian(plain.AsSpan(4));
        return new(DateOnly.FromDayNumber(BinaryPrimitives.ReadInt32LittleEndian(plain)), name == 0 ? null : new PersonId(name));
    }
}
