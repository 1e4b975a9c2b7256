using MspBot.Sandbox;
using MspBot.Tests.Support;

namespace MspBot.Tests.Seminars;

/// <summary>Who and what the stories of seminars begin with: people who have registered, seminars that are planned.</summary>
internal static class SeminarCast
{
    internal const string Title = "Читательская грамотность";

    /// <summary>What of the title stands on a button.</summary>
    internal const string Label = "Читательская…";

    internal static async Task<Visitor> Teacher(this World world, long chat, string name = "Петрова Анна Ивановна", string? role = null)
    {
        await world.Sql<long>($"""
            with school as (
                insert into school (name, kind, confirmed_at, created_at) values ('Школа № {chat}', 'LowResults', {world.Now}, {world.Now})
                    returning id
            ), person as (
                insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
                select {chat}, '{name}', id, 'учитель', {world.Now}, {world.Now} from school returning id
            )
            insert into person_role (person_id, role, granted_at)
            select person.id, r, {world.Now} from person, unnest(array['Teacher'{(role is null ? "" : $", '{role}'")}]) r
            returning person_id
            """);
        return world.Visitor(chat, name.Split(' ')[1]);
    }

    internal static Task<Visitor> Head(this World world, long chat = World.HeadId) => world.Teacher(chat, "Смирнова Вера Павловна", "Head");

    /// <summary>
    /// A round table of 90 minutes; the first person of this world made it, the first head leads it who leads nothing else then.
    /// </summary>
    /// <param name="world">Where.</param>
    /// <param name="seats">Null: unlimited.</param>
    /// <param name="startsIn">From the world's morning; in a week.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="state">As in the database.</param>
    internal static Task<long> Seminar(
        this World world, int? seats = 2, TimeSpan? startsIn = null, string title = Title, string state = "Published")
    {
        var start = World.Morning + (startsIn ?? TimeSpan.FromDays(7));
        return world.Sql<long>($"""
            insert into seminar (kind, title, starts_at, ends_at, seats, join_link, state, calendar_uid, created_by, created_at,
                published_at, leader_id)
            select 'RoundTable', '{title}', '{start:O}', '{start.AddMinutes(90):O}', {(seats is null ? "null" : $"{seats}")},
                'https://meet.example.org/j/42', '{state}',
                gen_random_uuid()::text, min(id), {world.Now}, {(state == "Draft" ? "null" : world.Now)},
                (select min(r.person_id) from person_role r where r.role = 'Head' and not exists (
                    select from seminar o where o.leader_id = r.person_id and o.state = 'Published'
                        and o.starts_at < '{start.AddMinutes(90):O}' and o.ends_at > '{start:O}'))
            from person
            returning id
            """);
    }

    /// <summary>Signs up, or gets in line, from the list of events.</summary>
    internal static async Task SignsUp(this Visitor who, string button = "Записаться")
    {
        await who.Types("/events");
        await who.Taps(Label);
        await who.Taps(button);
    }

    /// <summary>Gives a seat back, also where others wait for it and the bot asks first.</summary>
    internal static async Task GivesBack(this Visitor who, ChatMessage? card = null)
    {
        await (card is null ? who.Taps("Отменить запись") : who.TapsOn(card, "Отменить запись"));
        if (await who.SeesMessage("апись") is { } said && said.Text.Contains("Место сразу уйдёт", StringComparison.Ordinal))
            await who.TapsOn(said, "Отменить запись");
    }

    internal static Task<int> Count(this World world, string state) =>
        world.Sql<int>($"select count(*) from sign_up where state = '{state}'");
}
