using System.Text.Encodings.Web;
using System.Text.Json;

namespace MspBot.Domain.People.Rosters;

/// <summary>A teacher as the table of their school names them. Stored sealed only, until they have agreed.</summary>
/// <param name="Name">The full name in its form.</param>
/// <param name="Position">Never empty.</param>
/// <param name="Subjects">Of <see cref="Profile.Subjects"/>; null: the table does not say.</param>
public sealed record RosterPerson(string Name, string Position, IReadOnlyList<string>? Subjects)
{
    public byte[] Seal(string code) => CodeSeal.Seal(code, JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>Null: sealed with another code.</summary>
    public static RosterPerson? Open(string code, byte[] value) =>
        CodeSeal.Open(code, value) is { } plain ? JsonSerializer.Deserialize<RosterPerson>(plain) : null;
}

/// <summary>A row of the table, as it is sent back.</summary>
/// <param name="Number">By which the school knows it.</param>
/// <param name="Cells">Surname, name, patronymic, position, subjects: as they were typed.</param>
/// <param name="Person">Null: the row has a fault.</param>
/// <param name="Fault">What is to be put right in it.</param>
public sealed record RosterRow(int Number, IReadOnlyList<string> Cells, RosterPerson? Person, string? Fault = null);

/// <summary>A table that was read and waits for «Сделать ссылки», sealed with a code that only the button knows.</summary>
public sealed record RosterTable(IReadOnlyList<RosterRow> Rows)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] Seal(string code) => CodeSeal.Seal(code, JsonSerializer.SerializeToUtf8Bytes(this, Json));

    /// <inheritdoc cref="RosterPerson.Open"/>
    public static RosterTable? Open(string code, byte[] value) =>
        CodeSeal.Open(code, value) is { } plain ? JsonSerializer.Deserialize<RosterTable>(plain, Json) : null;
}
