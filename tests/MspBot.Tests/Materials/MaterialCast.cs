using System.Globalization;
using System.Security.Cryptography;
using MspBot.Domain.Materials;
using MspBot.Domain.People;
using MspBot.Host.Telegram;
using MspBot.Sandbox;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Materials;

/// <summary>
/// What stories of the library begin with, as it stands in the tables. A person is a chat: one who is not there yet has been registered
/// before the story.
/// </summary>
internal static class MaterialCast
{
    internal const long Author = 711;

    /// <summary>A link of a material that has one.</summary>
    internal const string Link = "https://disk.example.org/d/42";

    internal static Task<Visitor> HeadOfLibrary(this World world) =>
        SeminarCast.Teacher(world, World.HeadId, "Смирнова Вера Павловна", "Head");

    /// <summary>Somebody who publishes at once.</summary>
    internal static Task<Visitor> AuthorOfLibrary(this World world, long chat = Author) =>
        SeminarCast.Teacher(world, chat, "Петрова Анна Ивановна", "Tutor");

    internal static Task<Visitor> ReaderOfLibrary(this World world, long chat = 712, string name = "Иванова Мария Петровна") =>
        SeminarCast.Teacher(world, chat, name);

    internal static async Task<TopicId> Topic(this World world, string name) =>
        new(await world.Sql<long>($"insert into topic (name) values ({Text(name)}) returning id"));

    /// <summary>
    /// In force from its first edition on, unless it is checked or offered. With <paramref name="file"/> a file that is stored and that
    /// Telegram knows; without it a link.
    /// </summary>
    /// <param name="world">The story's.</param>
    /// <param name="name">Its title.</param>
    /// <param name="author">The chat of whoever added it; null: <see cref="Author"/>, who comes with it.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="topics">At most five.</param>
    /// <param name="subjects">As people have them.</param>
    /// <param name="grades">From and to.</param>
    /// <param name="about">A few sentences.</param>
    /// <param name="coauthors">Beside whoever added it.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="fileName">What the file is called.</param>
    /// <param name="link">Where <paramref name="file"/> is null.</param>
    /// <param name="inLibrary">False: for those who came to a meeting.</param>
    /// <param name="byAuthor">Whether whoever added it is one of its authors.</param>
    internal static async Task<MaterialId> Material(
        this World world, string name, Visitor? author = null, MaterialState state = MaterialState.Shown,
        MaterialKind kind = MaterialKind.Lesson, IReadOnlyList<TopicId>? topics = null, IReadOnlyList<string>? subjects = null,
        (int First, int Last)? grades = null, string? about = null, IReadOnlyList<string>? coauthors = null, byte[]? file = null,
        string fileName = "урок.docx", string link = Link, bool inLibrary = true, bool byAuthor = true)
    {
        var chat = author?.Id ?? Author;
        if (await world.Sql<int>($"select count(*) from person where chat_id = {chat}") == 0) await world.AuthorOfLibrary(chat);
        var stored = file is null ? (long?)null : await world.StoredFile(fileName, file);
        var inForce = state is MaterialState.Shown or MaterialState.Hidden;
        var id = await world.Sql<long>($"""
            with one as (
                insert into material (name, kind, added_by, added_at, about, first_grade, last_grade, subjects, coauthors, by_author,
                    school_id, in_library, state, offered, edition, shown_at, remark)
                select {Text(name)}, '{kind}', p.id, {world.Now}, {Text(about)}, {Number(grades?.First)}, {Number(grades?.Last)},
                    {Texts(subjects)}, {Texts(coauthors)}, {byAuthor}, p.school_id, {inLibrary}, '{state}',
                    {state is MaterialState.Offered or MaterialState.Returned}, {(inForce ? "1" : "null")},
                    {(inForce && inLibrary ? world.Now : "null")}, {(state == MaterialState.Returned ? "'Добавьте класс'" : "null")}
                from person p where p.chat_id = {chat}
                returning id, added_by
            ), first as (
                insert into material_edition (material_id, nr, file_id, url, by_person, at, accepted_at, told_at)
                select id, 1, {Number(stored)}, {(file is null ? Text(link) : "null")}, added_by, {world.Now},
                    {(inForce ? world.Now : "null")}, {(inForce ? world.Now : "null")} from one
            )
            select id from one
            """);
        foreach (var topic in topics ?? []) await world.Sql<int>($"insert into material_topic values ({id}, {topic.Value})");
        return new(id);
    }

    /// <summary>A file that Telegram knows and whose bytes are stored.</summary>
    internal static async Task<long> StoredFile(this World world, string name, byte[] bytes)
    {
        var known = new FileReference(FileKind.Document, world.Telegram.Api.Files.Add(new Upload(name, "", bytes), "documents").Id);
        return await world.Sql<long>($"""
            insert into stored_file (reference, name, most_bytes, state, next_try_at, content, sha256, created_at, stored_at)
            values ('{known}', {Text(name)}, 20971520, 'Stored', {world.Now}, '\x{Convert.ToHexStringLower(bytes)}',
                '\x{Convert.ToHexStringLower(SHA256.HashData(bytes))}', {world.Now}, {world.Now})
            returning id
            """);
    }

    /// <summary>Somebody has taken it, now.</summary>
    internal static Task<int> Taken(this World world, MaterialId material, Visitor by) => world.Sql<int>($"""
        insert into material_taken (material_id, person_id, first_at, edition)
        select m.id, p.id, {world.Now}, m.edition from material m, person p where m.id = {material.Value} and p.chat_id = {by.Id}
        """);

    internal static async Task<PersonId> Of(this World world, Visitor who) =>
        new(await world.Sql<long>($"select id from person where chat_id = {who.Id}"));

    /// <summary>Opens its card, as a button sent long ago does.</summary>
    internal static async Task OpensMaterial(this Visitor who, MaterialId material)
    {
        if (!who.Chat.Any(message => message.FromBot)) await who.LooksAround();
        await who.TapsData(who.Chat.Last(message => message.FromBot), $"c:lm:{material.Value}:show");
    }

    private static string Text(string? text) => text is null ? "null" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Texts(IReadOnlyList<string>? texts) =>
        texts is not { Count: > 0 } ? "'{}'" : $"array[{string.Join(", ", texts.Select(Text))}]";

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "null";
}
