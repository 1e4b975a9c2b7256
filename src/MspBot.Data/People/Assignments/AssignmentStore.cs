using MspBot.Data.Conversations;
using MspBot.Data.People.Roles;
using MspBot.Data.Postgres;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.People.Assignments;

namespace MspBot.Data.People.Assignments;

/// <summary>What assigning a tutor led to.</summary>
public sealed record AssignmentResult(AssignmentDetails? Details, AssignmentRefusal? Refusal);

/// <summary>Writes which tutor accompanies whom. The database itself refuses the same twice.</summary>
public sealed class AssignmentStore(DbSession session, RoleStore roles)
{
    public async Task<AssignmentResult> Add(
        PersonId tutor, Accompanied whom, string? subject, PersonId by, DateOnly today, DateTimeOffset now)
    {
        var teacher = (whom as Accompanied.Teacher)?.Person;
        var school = (whom as Accompanied.WholeSchool)?.School;
        if (!await roles.Holds(by, Role.Head)) return new(null, AssignmentRefusal.NotHead);
        if (!await roles.Holds(tutor, Role.Tutor)) return new(null, AssignmentRefusal.NoTutor);
        if (teacher == tutor) return new(null, AssignmentRefusal.Themselves);
        if (!await IsThere(teacher, school)) return new(null, AssignmentRefusal.NoTeacher);

        var id = await session.Find<AssignmentId?>("""
            insert into tutoring_assignment (tutor_id, teacher_id, school_id, subject, since, made_by, made_at)
            values (@tutor, @teacher, @school, @subject, @today, @by, @now)
            on conflict do nothing
            returning id
            """, new { tutor, teacher, school, subject, today, by, now });
        return id is { } added ? new(await One(added), null) : new(null, AssignmentRefusal.Already);
    }

    /// <returns>What has ended; null when it had already.</returns>
    public async Task<AssignmentDetails?> End(AssignmentId id, DateOnly today, DateTimeOffset now) =>
        (await session.Query<AssignmentId>("""
            update tutoring_assignment set ended_on = greatest(since, @today), ended_at = @now
            where id = @id and ended_on is null
            returning id
            """, new { id, today, now })).Count > 0 ? await One(id) : null;

    /// <summary>
    /// Ends all assignments of a former tutor, and with <paramref name="alsoAsTeacher"/> also those in which they are the teacher.
    /// </summary>
    public async Task<IReadOnlyList<AssignmentDetails>> EndAllOf(
        PersonId person, bool alsoAsTeacher, DateOnly today, DateTimeOffset now)
    {
        var ended = await session.Query<long>("""
            update tutoring_assignment set ended_on = greatest(since, @today), ended_at = @now
            where ended_on is null and (tutor_id = @person or (@alsoAsTeacher and teacher_id = @person))
            returning id
            """, new { person, alsoAsTeacher, today, now });
        return ended.Count == 0 ? []
            : await session.Query<AssignmentDetails>($"{AssignmentReader.Select} where a.id = any(@ended) order by a.id",
                new { ended = ended.ToArray() });
    }

    /// <summary>Nobody hears that it has begun, where they have not heard so yet.</summary>
    public void WithdrawNews(AssignmentId id, IReadOnlyCollection<ChatId> chats) => OutboxWriter.Withdraw(session,
        [.. chats.Select(chat => NoticeKey.AssignedTutor(id, chat)), .. chats.Select(chat => NoticeKey.Assigned(id, chat))]);

    private Task<AssignmentDetails?> One(AssignmentId id) =>
        session.Find<AssignmentDetails>($"{AssignmentReader.Select} where a.id = @id", new { id });

    private async Task<bool> IsThere(PersonId? teacher, SchoolId? school) => (await session.Query<int>("""
        select 1 from person where id = @teacher and erased_at is null for key share
        """, new { teacher })).Count > 0 || (school is not null && (await session.Query<int>("""
        select 1 from school where id = @school and confirmed_at is not null for key share
        """, new { school })).Count > 0);
}
