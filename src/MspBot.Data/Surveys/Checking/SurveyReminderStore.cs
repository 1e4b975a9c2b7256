using MspBot.Data.Conversations;
using MspBot.Data.People.Schools;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Checking;

namespace MspBot.Data.Surveys.Checking;

/// <summary>A school that the clock is to remind.</summary>
public readonly record struct DueReminder(SurveyId Survey, SchoolId School, SurveyReminderKind Kind);

/// <summary>The same, held until the commit.</summary>
public sealed record HeldReminder(SurveyDetails Survey, AskedSchool School, SurveyReminderKind Kind);

/// <summary>Whom a press of «Напомнить об опросе» is to remind.</summary>
/// <param name="Refusal">Null: these.</param>
/// <param name="Survey">As it is; null: there is none.</param>
/// <param name="Schools">Those that have not sent and were not reminded lately.</param>
public sealed record AskResult(SurveyRefusal? Refusal, SurveyDetails? Survey, IReadOnlyList<AskedSchool> Schools);

/// <summary>Who was reminded of a survey, by the clock or by a press. Marked once a message to at least one head is queued.</summary>
public sealed class SurveyReminderStore(
    DbSession session, SurveyReader reader, HeadedSchools heads, WorkingCalendar calendar, SiteZone zone)
{
    /// <summary>In days: a survey whose due day is further away is in no reminder's time, whatever is moved.</summary>
    private const int Around = 40;

    /// <summary>Holds the schools' rows until the commit.</summary>
    public async Task<AskResult> ToAsk(SurveyId id, DateTimeOffset now)
    {
        if (await SurveyQuery.Keep(session, id) is not { } survey) return new(SurveyRefusal.NoSuchSurvey, null, []);
        if (survey.State != SurveyState.Open) return new(SurveyRefusal.NotOpen, survey, []);
        await session.Query<long>("""
            select school_id from survey_school where survey_id = @id and state in ('Waiting', 'Filling', 'Returned')
            order by school_id for no key update
            """, new { id });
        var missing = (await reader.Schools(id)).Where(school => school.State.Owes()).ToList();
        if (missing.Count == 0) return new(SurveyRefusal.NobodyMissing, survey, []);
        var today = zone.DayOf(now);
        var due = missing.Where(school => !SurveyReminders.IsTooSoon(Day(school.AskedAt), today, calendar)).ToList();
        return new(due.Count == 0 ? SurveyRefusal.RemindedLately : null, survey, due);
    }

    /// <summary>Heads of these schools are told.</summary>
    public Task Asked(SurveyId survey, IReadOnlyCollection<SchoolId> schools, DateTimeOffset now) => session.Execute(
        "update survey_school set asked_at = @now where survey_id = @survey and school_id = any(@schools)",
        new { survey, schools = schools.Select(school => school.Value).ToArray(), now });

    /// <summary>Which schools the clock is to remind; changes nothing.</summary>
    public async Task<IReadOnlyList<DueReminder>> Due(DateTimeOffset now)
    {
        var today = zone.DayOf(now);
        var surveys = await session.Query<(long Id, DateOnly Due, DateTimeOffset Opened)>("""
            select id, due_on, opened_at from survey where state = 'Open' and due_on between @from and @to order by id
            """, new { from = today.AddDays(-Around), to = today.AddDays(Around) });
        var all = new List<DueReminder>();
        foreach (var (id, due, opened) in surveys)
        {
            // Who hears of the survey on that day, or after it, is not told the same day once more.
            if (SurveyReminders.Of(due, today, calendar) is not { } kind
                || zone.DayOf(opened) >= SurveyReminders.DayOf(kind, due, calendar)) continue;
            all.AddRange((await session.Query<SchoolId>("""
                select c.school_id from survey_school c
                where c.survey_id = @id and c.state in ('Waiting', 'Filling', 'Returned') and not exists (
                    select from survey_reminder r
                    where r.survey_id = c.survey_id and r.school_id = c.school_id and r.kind = @kind and r.due_on = @due)
                order by c.school_id
                """, new { id, kind = $"{kind}", due })).Select(school => new DueReminder(new(id), school, kind)));
        }
        return all;
    }

    /// <summary>Of these, those that still are to be reminded. A school that was reminded by a press today has heard of it.</summary>
    public async Task<IReadOnlyList<HeldReminder>> Hold(IReadOnlyList<DueReminder> reminders, DateTimeOffset now)
    {
        var today = zone.DayOf(now);
        var held = new List<HeldReminder>();
        foreach (var one in reminders.GroupBy(reminder => reminder.Survey).OrderBy(survey => survey.Key.Value))
        {
            if (await SurveyQuery.Keep(session, one.Key) is not { State: SurveyState.Open } survey) continue;
            foreach (var reminder in one.OrderBy(reminder => reminder.School.Value))
            {
                if (await SurveyQuery.LockSchool(session, survey.Id, reminder.School) is not { } school || !school.State.Owes()
                    || SurveyReminders.Of(survey.DueOn, today, calendar) != reminder.Kind || await IsMarked(survey, reminder)) continue;
                if (Day(school.AskedAt) == today) await Mark(survey, school.School, reminder.Kind, now);
                else held.Add(new(survey, school, reminder.Kind));
            }
        }
        return held;
    }

    /// <summary>A head of the school is told.</summary>
    public Task Mark(SurveyDetails survey, SchoolId school, SurveyReminderKind kind, DateTimeOffset now) => session.Execute("""
        insert into survey_reminder (survey_id, school_id, kind, due_on, at) values (@id, @school, @kind, @due, @now)
        on conflict do nothing
        """, new { id = survey.Id, school, kind = $"{kind}", due = survey.DueOn, now });

    /// <summary>
    /// The school has sent: what was to remind it in the morning, or to tell it of remarks, is not sent any more. Costs one query where
    /// nobody has asked anything of it.
    /// </summary>
    public async Task Withdraw(SurveyId survey, SchoolId school)
    {
        if (await SurveyQuery.FindSchool(session, survey, school) is not { } asked || asked is { AskedAt: null, ReturnedAt: null }) return;
        OutboxWriter.Withdraw(session, [.. (await heads.Chats(school)).SelectMany(chat => Keys(asked, chat))]);
    }

    /// <summary>It was returned once more before it has heard of it: what it hears says both remarks.</summary>
    public async Task WithdrawReturned(AskedSchool school) => OutboxWriter.Withdraw(session,
        [.. (await heads.Chats(school.School)).SelectMany(chat => Returned(school, school.Version - 1, chat))]);

    /// <summary>The same of all its schools.</summary>
    internal async Task WithdrawAll(SurveyId survey)
    {
        var asked = (await reader.Schools(survey)).Where(school => school is not { AskedAt: null, ReturnedAt: null })
            .ToDictionary(school => school.School);
        OutboxWriter.Withdraw(session, [.. (await heads.Chats([.. asked.Keys])).SelectMany(head => Keys(asked[head.School], head.Chat))]);
    }

    private static IEnumerable<NoticeKey> Keys(AskedSchool school, ChatId chat) =>
    [
        .. school.AskedAt is { } asked ? [NoticeKey.SurveyAsked(school.Survey, asked, chat)] : Array.Empty<NoticeKey>(),
        .. school.ReturnedAt is null ? [] : Returned(school, school.Version, chat),
    ];

    /// <summary>Each return has its own key, with the version that it made.</summary>
    private static IEnumerable<NoticeKey> Returned(AskedSchool school, int last, ChatId chat) =>
        Enumerable.Range(1, Math.Max(last, 0)).Select(version => NoticeKey.SurveyReturned(school.Survey, version, chat));

    private Task<bool> IsMarked(SurveyDetails survey, DueReminder reminder) => session.Value<bool>("""
        select exists (
            select from survey_reminder where survey_id = @Survey and school_id = @School and kind = @kind and due_on = @due)
        """, new { reminder.Survey, reminder.School, kind = $"{reminder.Kind}", due = survey.DueOn });

    private DateOnly? Day(DateTimeOffset? moment) => moment is { } at ? zone.DayOf(at) : null;
}
