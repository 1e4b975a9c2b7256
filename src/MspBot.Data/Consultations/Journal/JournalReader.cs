using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Consultations.Journal;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Journal;

/// <summary>Tutors' journals to look at.</summary>
public sealed class JournalReader(DbSession session)
{
    /// <summary>A page of the months in which there is anything, the latest first.</summary>
    public Task<Page<JournalMonth>> Months(PersonId tutor, int page) => session.Page<JournalMonth>(page, """
        select date_trunc('month', day)::date as month, count(*) filter (where held)::int as held,
            count(*) filter (where not held)::int as not_held,
               coalesce(sum(minutes), 0)::int as minutes
        from journal_entry
        where tutor_id = @tutor
        group by 1
        order by 1 desc
        offset @skip limit @take
        """, new { tutor, skip = Paging.Skip(page), take = Paging.Take });

    /// <summary>The totals of one month, also of one with nothing in it.</summary>
    public async Task<JournalMonth> Totals(PersonId tutor, DateOnly month) => (await session.Find<JournalMonth>("""
        select @month::date as month, count(*) filter (where held)::int as held, count(*) filter (where not held)::int as not_held,
               coalesce(sum(minutes), 0)::int as minutes
        from journal_entry
        where tutor_id = @tutor and day >= @month and day < @next
        """, new { tutor, month, next = month.AddMonths(1) }))!;

    /// <summary>A page of a month, the latest first.</summary>
    public Task<Page<JournalEntry>> Entries(PersonId tutor, DateOnly month, int page) => session.Page<JournalEntry>(page, MonthPage,
        new { tutor, month, next = month.AddMonths(1), skip = Paging.Skip(page), take = Paging.Take });

    /// <summary>The whole month, in order.</summary>
    public Task<IReadOnlyList<JournalEntry>> Whole(PersonId tutor, DateOnly month) => session.Query<JournalEntry>($"""
        {Entry}
        where j.tutor_id = @tutor and j.day >= @month and j.day < @next
        order by j.day, j.id
        """, new { tutor, month, next = month.AddMonths(1) });

    /// <summary>An entry of this tutor; entries of others are not found.</summary>
    public Task<JournalEntry?> Find(JournalId id, PersonId tutor) =>
        session.Find<JournalEntry>($"{Entry} where j.id = @id and j.tutor_id = @tutor", new { id, tutor });

    private const string MonthPage = $"""
        {Entry}
        where j.tutor_id = @tutor and j.day >= @month and j.day < @next
        order by j.day desc, j.id desc
        offset @skip limit @take
        """;

    /// <summary>A school that is not in the list yet is only known by its teacher: it can go.</summary>
    internal const string Entry = """
        select j.id, j.tutor_id, j.consultation_id, j.day, s.name as school, j.teacher_id, t.full_name as teacher, j.teachers, j.pupils,
            j.topic, j.form, j.minutes,
               j.recommendation, j.private_note, j.result, j.held, j.reason, j.version, j.created_at
        from journal_entry j
        left join person t on t.id = j.teacher_id
        left join school s on s.id = coalesce(j.school_id, t.school_id)
        """;
}
