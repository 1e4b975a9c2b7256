using MspBot.Domain.People;
using MspBot.Host.Digests;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Digests;

/// <summary>A site a week before its first Monday: a head, a methodologist, a school with teachers, and what they did.</summary>
internal static class DigestCast
{
    internal const long Methodologist = 900_002;

    internal static Task<World> Digests(
        this TestCluster cluster, string weekly = DigestSchedule.EachMonday, string monthly = World.Never) =>
        World.Open(cluster, null, null, false, ("Digest:Weekly", weekly), ("Digest:Monthly", monthly));

    internal static async Task<(Visitor Head, Visitor Methodologist)> Readers(this World world)
    {
        var head = await SeminarCast.Head(world);
        head.StartedEarlier();
        var methodologist = await SeminarCast.Teacher(world, Methodologist, "Волкова Ирина Павловна", nameof(Role.Methodologist));
        methodologist.StartedEarlier();
        return (head, methodologist);
    }

    /// <summary>A seminar to which so many have signed up and so many came; teachers have chats from 1,000 on.</summary>
    internal static async Task<long> Held(
        this World world, DateTimeOffset at, int signedUp, int came, string title = "Читательская грамотность")
    {
        var id = await world.Seminar(seats: null, startsIn: at - World.Morning, title: title);
        for (var n = 0; n < signedUp; n++)
        {
            var chat = 1_000 + n;
            if (await world.Sql<int>($"select count(*) from person where chat_id = {chat}") == 0)
                await SeminarCast.Teacher(world, chat, $"Петрова Анна {(char)('А' + n)}горевна");
            await world.Sql<int>($"""
                insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, came)
                select {id}, id, 'Confirmed', '{at.AddDays(-1):O}', '{at.AddDays(-1):O}', {(n < came ? "true" : "null")} from person
                    where chat_id = {chat}
                """);
        }
        return id;
    }

    /// <summary>As if everybody had registered before anything of the story happened: rows made by hand carry the machine's date.</summary>
    internal static Task LongAgo(this World world) => world.Sql<int>($"""
        update person set created_at = '{World.Morning.AddDays(-100):O}';
        update school set created_at = '{World.Morning.AddDays(-100):O}', confirmed_at = '{World.Morning.AddDays(-100):O}'
        """);

    /// <summary>The messages that digests are made of, in the order in which they came: text, picture, files.</summary>
    internal static IReadOnlyList<string> Digests(this Visitor who) =>
        [.. who.Chat.Where(m => m.FromBot && (m.Text.StartsWith("📊", StringComparison.Ordinal) || m.File is not null))
            .Select(m => m.Kind == "photo" ? "picture" : m.File is { } file ? Path.GetExtension(file.Name) : "text")];
}
