using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.MySchool;

/// <summary>Schools of stories, their heads and teachers.</summary>
internal static class SchoolCast
{
    internal const string Ours = "МОУ «СОШ № 12»";

    internal static Task<long> School(this World world, string name = Ours) => world.Sql<long>($"""
        insert into school (name, kind, confirmed_at, created_at) values ('{name}', 'LowResults', {world.Now}, {world.Now}) returning id
        """);

    internal static async Task<Visitor> TeacherOf(this World world, long chat, long school, string name = "Иванова Мария Петровна")
    {
        await world.Sql<long>($"""
            with one as (
                insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
                values ({chat}, '{name}', {school}, 'учитель', {world.Now}, {world.Now}) returning id
            )
            insert into person_role (person_id, role, granted_at) select id, 'Teacher', {world.Now} from one returning person_id
            """);
        return world.Visitor(chat, name.Split(' ')[1]).StartedEarlier();
    }

    /// <summary>Who heads this school, and works there.</summary>
    internal static async Task<Visitor> HeadOf(this World world, long chat, long school, string name = "Сидорова Алла Петровна")
    {
        var head = await world.TeacherOf(chat, school, name);
        await world.Sql<long>($"""
            insert into person_role (person_id, role, granted_at, school_id)
            select id, 'SchoolHead', {world.Now}, {school} from person where chat_id = {chat} returning person_id
            """);
        return head;
    }

    /// <summary>A seat in a meeting; null: nothing is known of whether they came.</summary>
    internal static Task<int> Seat(this World world, long seminar, long chat, bool? came = null, string state = "Confirmed") =>
        world.Sql<int>($"""
            insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, came)
            select {seminar}, id, '{state}', {world.Now}, {(state == "Confirmed" ? world.Now : "null")}, {(came is { } known
                ? (known ? "true" : "false") : "null")}
            from person where chat_id = {chat}
            """);

    internal static Task<int> Moves(this World world, long chat, long school) => world.Sql<int>(
        $"update person set school_id = {school}, leaves_school_at = {world.Now} where chat_id = {chat}");

    /// <summary>Hours as they are in the table; Monday is 1.</summary>
    internal static Task<long> FreesOn(this World world, long school, int weekday, int from, int to) => world.Sql<long>($"""
        insert into school_hours (school_id, weekday, from_minute, to_minute)
        values ({school}, {weekday}, {from * 60}, {to * 60}) returning id
        """);

    /// <summary>«1 900–1020, 3 …»: all hours of all schools.</summary>
    internal static async Task<string> SchoolHours(this World world) => await world.Sql<string>("""
        select string_agg(weekday || ' ' || from_minute || '–' || to_minute, ', ' order by school_id, weekday, from_minute)
        from school_hours
        """) ?? "";

    /// <summary>Of the newest message.</summary>
    internal static async Task HasNoButton(this World world, Visitor who, string label)
    {
        await world.Idle();
        Assert.DoesNotContain(who.Chat.Last(m => m.FromBot).Buttons.SelectMany(row => row), b => b.Label == label);
    }
}
