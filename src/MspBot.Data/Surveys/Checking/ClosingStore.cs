using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Checking;

namespace MspBot.Data.Surveys.Checking;

/// <summary>What a deed on a survey came to.</summary>
/// <param name="Refusal">Null: it is done.</param>
/// <param name="Survey">As it is now; null: there is none.</param>
public sealed record SurveyResult(SurveyRefusal? Refusal, SurveyDetails? Survey = null);

/// <summary>A survey is closed, opened again, and gets a later due day.</summary>
public sealed class ClosingStore(
    DbSession session, CheckingReader reader, SurveyReminderStore reminders, WorkingCalendar calendar, SiteZone zone)
{
    /// <summary>What still waits to remind a school is not sent any more.</summary>
    /// <param name="id">Which.</param>
    /// <param name="revision">As it was seen.</param>
    /// <param name="seen">How its schools stood then: <see cref="CheckingReader.Seen"/>.</param>
    /// <param name="by">Who closes it.</param>
    /// <param name="now">The turn's moment.</param>
    public async Task<SurveyResult> Close(SurveyId id, int revision, long seen, PersonId by, DateTimeOffset now)
    {
        var found = await Lock(id, revision);
        if (found.Refusal is null && found.Survey!.State != SurveyState.Open) found = found with { Refusal = SurveyRefusal.NotOpen };
        if (found.Refusal is null && await reader.Seen(id) != seen) found = found with { Refusal = SurveyRefusal.ChangedMeanwhile };
        if (found.Refusal is not null) return found;
        await session.Execute("""
            update survey set state = 'Closed', closed_at = @now, revision = revision + 1
            where id = @id and state = 'Open' and revision = @revision;
            insert into survey_closing (survey_id, nr, closed_by, closed_at)
            select @id, count(*) + 1, @by, @now from survey_closing where survey_id = @id
            """, new { id, revision, by, now });
        await reminders.WithdrawAll(id);
        return await Done(id);
    }

    /// <summary>Schools are told of it: no reminder whose day has come tells them once more.</summary>
    public async Task<SurveyResult> Reopen(SurveyId id, int revision, string reason, PersonId by, DateTimeOffset now)
    {
        var found = await Lock(id, revision);
        if (found.Refusal is null && found.Survey!.State != SurveyState.Closed)
            found = found with { Refusal = SurveyRefusal.ChangedMeanwhile };
        if (found.Refusal is not null) return found;
        await session.Execute("""
            update survey set state = 'Open', closed_at = null, revision = revision + 1
            where id = @id and state = 'Closed' and revision = @revision;
            update survey_closing set reopened_by = @by, reopened_at = @now, reason = @reason
            where survey_id = @id and nr = (select max(nr) from survey_closing where survey_id = @id)
            """, new { id, revision, reason, by, now });
        await Told(id, found.Survey!.DueOn, now);
        return await Done(id);
    }

    /// <inheritdoc cref="Reopen"/>
    public async Task<SurveyResult> MoveDue(SurveyId id, int revision, DateOnly due, DateTimeOffset now)
    {
        var found = await Lock(id, revision);
        if (found.Refusal is null) found = found with { Refusal = CheckDue(found.Survey!, due, zone.DayOf(now)) };
        if (found.Refusal is not null) return found;
        await session.Execute("""
            update survey set due_on = @due, revision = revision + 1 where id = @id and state = 'Open' and revision = @revision
            """, new { id, revision, due });
        await Told(id, due, now);
        return await Done(id);
    }

    /// <summary>Whether this may become its due day: a later one than it has, and still to come. Null: it may.</summary>
    public static SurveyRefusal? CheckDue(SurveyDetails survey, DateOnly due, DateOnly today) =>
        survey.State != SurveyState.Open ? SurveyRefusal.NotOpen
        : due == survey.DueOn ? SurveyRefusal.NothingChanged
        : due <= today || due < survey.DueOn ? SurveyRefusal.DueTooEarly : null;

    private Task<int> Told(SurveyId id, DateOnly due, DateTimeOffset now) => session.Execute("""
        insert into survey_reminder (survey_id, school_id, kind, due_on, at)
        select survey_id, school_id, kind, @due, @now from survey_school, unnest(@kinds) kind where survey_id = @id
        on conflict do nothing
        """, new { id, due, now, kinds = SurveyReminders.Come(due, zone.DayOf(now), calendar).Select(kind => $"{kind}").ToArray() });

    private async Task<SurveyResult> Lock(SurveyId id, int revision) => await SurveyQuery.Lock(session, id) is not { } survey
        ? new(SurveyRefusal.NoSuchSurvey) : new(survey.Revision == revision ? null : SurveyRefusal.ChangedMeanwhile, survey);

    private async Task<SurveyResult> Done(SurveyId id) => new(null, await SurveyQuery.Find(session, id));
}
