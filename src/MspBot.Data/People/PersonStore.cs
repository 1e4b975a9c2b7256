using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;

namespace MspBot.Data.People;

/// <summary>Writes people and their roles.</summary>
public sealed class PersonStore(DbSession session)
{
    /// <summary>The new person's number; null when this account has registered already, also a moment ago and elsewhere.</summary>
    public async Task<PersonId?> Add(NewPerson person, DateTimeOffset now) =>
        await session.Find<long?>("""
            with added as (
                insert into person (chat_id, full_name, school_id, position, subjects, consented_at, created_at)
                values (@Chat, @Name, @School, @Position, @Subjects, @ConsentedAt, @now)
                on conflict (chat_id) do nothing
                returning id
            ), granted as (
                insert into person_role (person_id, role, granted_at)
                select added.id, role, @now
                from added, unnest(@Roles) role
            )
            select id from added
            """, new
        {
            person.Chat,
            Name = person.Name.Value,
            person.School,
            person.Position,
            Subjects = person.Subjects.ToArray(),
            Roles = Names(person.Roles),
            person.ConsentedAt,
            now,
        }) is { } id ? new PersonId(id) : null;

    public Task Rename(PersonId person, FullName name) =>
        session.Execute("update person set full_name = @Value where id = @person and erased_at is null", new { person, name.Value });

    /// <summary>Their participation in what has ended stays with the school that they leave.</summary>
    public async Task Move(PersonId person, SchoolId school, DateTimeOffset now)
    {
        await HoldSchool(person);
        await session.Execute("""
            update person set school_id = @school, leaves_school_at = @now
            where id = @person and erased_at is null
            """, new { person, school, now });
    }

    public Task SetPosition(PersonId person, string position) =>
        session.Execute("update person set position = @position where id = @person and erased_at is null", new { person, position });

    public Task SetSubjects(PersonId person, IReadOnlyList<string> subjects) =>
        session.Execute("update person set subjects = @subjects where id = @person and erased_at is null",
            new { person, subjects = subjects.ToArray() });

    public Task SetReminders(PersonId person, bool wanted) =>
        session.Execute("update person set reminders = @wanted where id = @person", new { person, wanted });

    /// <summary>
    /// Messages to many, and what is new in one's topics. Turned off by what Broadcasts has for it, which stops what is under way as well.
    /// </summary>
    public Task SetBroadcasts(PersonId person, bool wanted) =>
        session.Execute("update person set broadcasts = @wanted where id = @person", new { person, wanted });

    /// <summary>Whether the messenger lets us through: false once they have blocked the bot, true when they are back.</summary>
    public Task SetReachable(ChatId chat, bool reachable) =>
        session.Execute("update person set reachable = @reachable where chat_id = @chat and reachable <> @reachable",
            new { chat, reachable });

    /// <summary>
    /// Makes this account head if it has registered, only once, so that a head who handed the role over does not get it back by a restart,
    /// an erasure or a new registration; again only if there is no head at all.
    /// </summary>
    /// <returns>Who has become head by it; null: nobody.</returns>
    public Task<PersonId?> AppointHead(ChatId chat, DateTimeOffset now) =>
        session.Find<PersonId?>("""
            with account as (
                select id from person where chat_id = @chat
            ), first as (
                insert into appointed_head (account, at)
                select encode(sha256(convert_to('head:' || @chat::text, 'UTF8')), 'hex'), @now from account
                on conflict do nothing
                returning account
            )
            insert into person_role (person_id, role, granted_at)
            select id, 'Head', @now
            from account
            where exists (select from first) or not exists (select from person_role where role = 'Head')
            on conflict do nothing
            returning person_id
            """, new { chat, now });

    /// <summary>
    /// Blanks the person to a number that only counts, and removes what the engine holds of their chat. Their participation stays with
    /// their school; one that only they had named goes as well.
    /// </summary>
    public async Task Erase(PersonId person, ChatId chat, DateTimeOffset now)
    {
        await HoldSchool(person);
        await session.Execute("delete from outbox where chat_id = @chat", new { chat });
        await session.Execute("delete from dialog where chat_id = @chat", new { chat });
        await session.Execute("delete from invitation_miss where person_id = @person", new { person });
        await session.Execute("delete from person_role where person_id = @person", new { person });
        var school = await session.Find<long?>("""
            with gone as (
                select id, school_id from person where id = @person and erased_at is null for update
            )
            update person p
            set chat_id = null, full_name = null, school_id = null, position = null, subjects = '{}',
                consented_at = null, erased_at = @now, leaves_school_at = @now
            from gone
            where p.id = gone.id
            returning gone.school_id
            """, new { person, now });
        // Whoever holds the school at this moment names it, or is leaving it as well: then it stays.
        await session.Execute("""
            with theirs as (
                select id from school where id = @school and confirmed_at is null for update skip locked
            )
            delete from school s
            using theirs t
            where s.id = t.id and not exists (select from person p where p.school_id = s.id)
            """, new { school });
    }

    /// <summary>
    /// The school that they leave is named by what stays with it, and a merge that has locked it moves its people: each would wait for the
    /// other. So the school comes first here as well.
    /// </summary>
    private async Task HoldSchool(PersonId person) => await session.Query<int>("""
        select 1 from person p join school s on s.id = p.school_id where p.id = @person for key share of s
        """, new { person });

    private static string[] Names(IReadOnlyList<Role> roles) => [.. roles.Select(r => r.ToString())];
}
