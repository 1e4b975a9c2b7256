using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Meetings;

/// <summary>Meetings at one time: a consultation, and seminars that a certain person leads.</summary>
internal static class EngagementCast
{
    internal const string Consultation = "консультация «Чтение графиков в 5 классе», ср, 25 ноября, 14:00";

    /// <summary>90 minutes, from the world's morning.</summary>
    internal static Task<long> LedBy(this World world, long? leader, TimeSpan startsIn)
    {
        var start = World.Morning + startsIn;
        return world.Sql<long>($"""
            insert into seminar (kind, title, starts_at, ends_at, seats, state, calendar_uid, created_by, created_at, published_at,
                leader_id)
            select 'RoundTable', '{SeminarCast.Title}', '{start:O}', '{start.AddMinutes(90):O}', 10, 'Published', gen_random_uuid()::text,
                min(id), {world.Now}, {world.Now},
                min(id) filter (where chat_id = {leader ?? 0})
            from person
            returning id
            """);
    }

    /// <summary>/new with the time given, an hour, up to the question who leads it.</summary>
    internal static async Task DescribesUpToLeader(this Visitor head, string when)
    {
        await head.Types("/new");
        await head.Taps("Круглый стол");
        await head.Types("Письмо");
        await head.Types(when);
        await head.Taps("1 час");
        await head.Taps("Без ограничения");
        await head.Taps("Пропустить");
        await head.Taps("Пропустить");
        await head.Sees("Кто ведёт мероприятие?");
    }
}
