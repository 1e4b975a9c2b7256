using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Feedback;
using MspBot.Data.Postgres;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Host.Feedback;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Feedback;

/// <summary>Meetings that people came to, and what the stories of feedback ask of the database.</summary>
internal static class FeedbackCast
{
    internal static readonly TimeSpan TwoHours = TimeSpan.FromHours(2);
    internal static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    internal static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Teachers 1…n, who talk to the bot.</summary>
    internal static async Task<Visitor[]> Teachers(this World world, int count)
    {
        string[] names = ["Арбузова Анна Ивановна", "Белов Борис Львович", "Волкова Ирина Ильинична", "Громов Глеб Олегович",
            "Дубова Дина Павловна", "Ершов Егор Павлович"];
        var all = new List<Visitor>();
        for (var n = 0; n < count; n++) all.Add((await SeminarCast.Teacher(world, n + 1, names[n])).StartedEarlier());
        return [.. all];
    }

    /// <summary>Those with these chats have a seat and came, or did not.</summary>
    internal static Task<int> Came(this World world, long seminar, bool? came = true, params long[] chats) => world.Sql<int>($"""
        insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, came)
        select {seminar}, p.id, 'Confirmed', {world.Now}, {world.Now}, {(came is null ? "null" : $"{came}")} from person p
            where p.chat_id in ({string.Join(',', chats)})
        """);

    /// <summary>A consultation that was held, an hour before now; with several teachers it is a group.</summary>
    internal static Task<long> Held(this World world, long tutor, params long[] teachers)
    {
        var (start, end) = (world.Clock.GetUtcNow().AddHours(-2), world.Clock.GetUtcNow().AddHours(-1));
        var group = teachers.Length > 1;
        return world.Sql<long>($"""
            with one as (
                insert into consultation (kind, teacher_id, tutor_id, topic, state, starts_at, ends_at, created_at, asked_at, seats, least)
                select '{(group ? "Group" : "Individual")}', {(group ? "null" : $"(select id from person where chat_id = {teachers[0]})")},
                       (select id from person where chat_id = {tutor}), 'Как читать графики', 'Held', '{start:O}', '{end:O}', '{start:O}',
                           '{start:O}',
                       {(group ? "10, 2" : "null, null")}
                returning id
            ), members as (
                insert into consultation_member (consultation_id, person_id, state, at)
                select one.id, p.id, 'Agreed', '{start:O}' from one, person p where {(group ? "true" : "false")}
                    and p.chat_id in ({string.Join(',', teachers)})
            )
            select id from one
            """);
    }

    /// <summary>As if they had pressed the marks; then the job has run that brings answers into the views.</summary>
    internal static async Task Files(
        this World world, Meeting meeting, long chat, string marks, string? willUse = null, string? wasMissing = null, bool named = false)
    {
        await using (var scope = world.Bot.Web.Services.CreateAsyncScope())
        {
            var store = scope.ServiceProvider.GetRequiredService<FeedbackStore>();
            var person = new PersonId(await world.Sql<long>($"select id from person where chat_id = {chat}"));
            var day = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
            await store.File(meeting, person, Marks.Read(marks)!.Value, day);
            if (willUse is not null || wasMissing is not null) await store.Write(meeting, person, willUse, wasMissing, named, day);
            await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
        }
        await world.BringIn();
    }

    /// <summary>What the job does each quarter of an hour.</summary>
    internal static async Task BringIn(this World world)
    {
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<FeedbackBoxJob>(scope.ServiceProvider).Execute(null!, default);
    }

    /// <summary>All answers, those that wait and those that have come in.</summary>
    internal static async Task<IReadOnlyList<FeedbackAnswer>> Answers(this World world)
    {
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FeedbackBox>().Waiting();
    }

    internal static Meeting Seminar(long id) => new(MeetingKind.Seminar, id);

    internal static Meeting Consultation(long id) => new(MeetingKind.Consultation, id);

    /// <summary>The marks of all who have filed.</summary>
    internal static async Task<string> Filed(this World world) =>
        string.Join(',', (await world.Answers()).Select(a => $"{a.Marks}").Order());

    /// <summary>Messages of the bot that contain the part.</summary>
    internal static int Hears(this Visitor who, string part) =>
        who.Chat.Count(m => m.FromBot && m.Text.Contains(part, StringComparison.Ordinal));
}
