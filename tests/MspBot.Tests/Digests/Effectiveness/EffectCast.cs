using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Digests.Effectiveness;

/// <summary>What stories of the site's effectiveness begin with.</summary>
internal static class EffectCast
{
    internal static Task<Visitor> SecondMethodologist(this World world) =>
        SeminarCast.Teacher(world, 703, "Котова Ольга Львовна", "Methodologist");

    internal static Task<Visitor> SecondHead(this World world) => SeminarCast.Teacher(world, 704, "Орлова Нина Сергеевна", "Head");

    /// <summary>A conclusion of some days of October, each time of other ones, written before the story by a methodologist.</summary>
    internal static async Task<long> Concluded(this World world, bool sent, string words = "Явка держится")
    {
        if (await world.Sql<int>("select count(*) from person_role where role = 'Methodologist'") == 0)
            (await SeminarCast.Teacher(world, 99_996, "Котова Ольга Львовна", "Methodologist")).StartedEarlier();
        return await world.Sql<long>($"""
            insert into conclusion (label, first_day, last_day, words, by_person, at, sent_at)
            select 'октябрь', '2026-10-01', date '2026-10-01' + (select count(*) from conclusion)::int, '{words}', max(person_id),
                '{World.Morning.AddDays(-3):O}', {(sent ? $"'{World.Morning.AddDays(-2):O}'" : "null")}
            from person_role where role = 'Methodologist'
            returning id
            """);
    }

    internal static async Task<Visitor> OnPage(this Visitor who)
    {
        await who.Types("/monitoring");
        await who.Taps("Эффективность площадки");
        await who.Sees("1 сентября – ");
        return who;
    }

    /// <summary>The newest message of the bot.</summary>
    internal static string Screen(this Visitor who) => who.Chat.Last(message => message.FromBot).Text;

    internal static IEnumerable<string> Buttons(this Visitor who) =>
        who.Chat.Last(message => message.FromBot).Buttons.SelectMany(row => row).Select(button => button.Label);
}
