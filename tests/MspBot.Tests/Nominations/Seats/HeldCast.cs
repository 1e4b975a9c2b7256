using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Nominations.Seats;

/// <summary>Two schools with a head each, for stories of held seats: № 21 with a teacher, and № 31.</summary>
internal sealed record HeldCast(Visitor Site, Visitor Head, Visitor Teacher, Visitor OtherHead)
{
    internal static async Task<HeldCast> SetUp(World world)
    {
        var site = await SeminarCast.Head(world);
        await world.Sql<int>("update school set kind = 'Other'");
        var head = (await SeminarCast.Teacher(world, 21, "Сидорова Алла Петровна", "SchoolHead")).StartedEarlier();
        var teacher = (await SeminarCast.Teacher(world, 22, "Иванова Мария Петровна")).StartedEarlier();
        var other = (await SeminarCast.Teacher(world, 31, "Орлов Борис Львович", "SchoolHead")).StartedEarlier();
        await world.Sql<int>($"""
            update person set leaves_school_at = {world.Now}, school_id = (select school_id from person where chat_id = 21)
            where chat_id = 22;
            update school set kind = 'Other' where name = 'Школа № 22';
            update person_role r set school_id = p.school_id from person p where p.id = r.person_id and r.role = 'SchoolHead';
            """);
        return new(site, head, teacher, other);
    }

    internal static Task<long> School(World world, long chat) =>
        world.Sql<long>($"select school_id from person where chat_id = {chat}");

    /// <summary>From the meeting's card to what will happen.</summary>
    internal async Task Fills(string schools, string each, string until)
    {
        await Begins(schools);
        await Site.Types(each);
        await Site.Sees("До какого срока");
        await Site.Types(until);
    }

    /// <summary>From the meeting's card to how many each.</summary>
    internal async Task Begins(string schools)
    {
        await Site.Types("/start e_1");
        await Site.Taps("Места школам");
        await Site.Sees("За школами");
        await Site.Taps("Места школам");
        await Site.Sees("Каким школам");
        await Site.Taps(schools);
        await Site.Sees("По сколько");
    }

    internal async Task Holds(string each = "2", string until = "27.11 15:00")
    {
        await Fills("Всем школам ШНОР", each, until);
        await Site.Sees("Свободных останется");
        await Site.Taps("Отдать школам");
        await Site.Sees("✅ За школами");
    }
}
