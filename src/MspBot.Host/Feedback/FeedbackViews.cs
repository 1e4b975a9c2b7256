using MspBot.Data.Feedback;
using MspBot.Domain.Clock;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Host.Feedback;

/// <summary>
/// What was filed, brought through the rule of three: the only way from the table to a screen. What is new comes in by three
/// people at least: whoever looks before and after an answer would else see what it was, and a tutor knows whom they met yesterday.
/// </summary>
internal sealed class FeedbackViews(OpinionReader reader, AuthorKey key, SiteZone zone)
{
    /// <summary>Somebody has filed: perhaps they are the third.</summary>
    internal async Task TakeIn(Meeting meeting, DateTimeOffset now)
    {
        if (meeting.Kind == MeetingKind.Seminar) await OpenedOf(new SeminarId(meeting.Id), now);
        else if (await reader.TutorOf(meeting) is { } tutor) await OpenedOf(tutor, now);
    }

    /// <summary>What is left of seminars whose week is over comes in by itself: figures do not wait for somebody to look.</summary>
    internal Task<IReadOnlyList<SeminarId>> LeftOver(DateTimeOffset now)
    {
        // What cannot come in on the first days will not: it is not asked for again and again.
        var until = zone.DayOf(now).AddDays(-Filing.DaysToChange);
        return reader.WithUnopened(zone.At(until.AddDays(-Filing.DaysToChange), TimeOnly.MinValue), zone.At(until, TimeOnly.MinValue));
    }

    internal Task TakeInLeftOver(SeminarId id, DateTimeOffset now) => OpenedOf(id, now);

    /// <summary>Of one seminar: one filing a person.</summary>
    internal async Task<Overview> OfSeminar(SeminarId id, bool namesShown, DateTimeOffset now)
    {
        var (rows, could) = await OpenedOf(id, now);
        return Anonymity.Look([.. rows.Select((row, n) => Opinion(row, n))], could, namesShown);
    }

    /// <summary>Of all consultations of a tutor.</summary>
    internal async Task<Overview> OfTutor(PersonId tutor, bool namesShown, DateTimeOffset now)
    {
        var (shown, could) = await OpenedOf(tutor, now);
        return Anonymity.Look(shown, could, namesShown);
    }

    private async Task<(IReadOnlyList<FiledRow> Shown, int Could)> OpenedOf(SeminarId id, DateTimeOffset now)
    {
        if (await reader.EndOf(id) is not { } end) return ([], 0);
        var rows = (await reader.OfSeminar(id)).ToLookup(r => r.Opened);
        var could = await reader.CameToSeminar(id);
        var taken = Anonymity.TakenIn([.. rows[false]], r => r.FiledOn, rows[true].Count(), could, zone.DayOf(end), zone.DayOf(now));
        if (taken.Count > 0) await reader.Open([.. taken.Select(r => r.Id)], zone.DayOf(now));
        return ([.. rows[true], .. taken], could);
    }

    private async Task<(IReadOnlyList<Opinion> Shown, int Could)> OpenedOf(PersonId tutor, DateTimeOffset now)
    {
        var rows = await reader.OfTutor(tutor);
        var could = await reader.ParticipantsOfTutor(tutor);
        var known = could.ToLookup(c => Text(key.Author(c.Person, new(MeetingKind.Consultation, c.Meeting))), c => (int?)c.Person.Value);
        // An author whom the key does not find may be anyone: all of them together count as one.
        var all = rows.Select(row => (Row: row, Opinion: Opinion(row, known[Text(row.Author)].FirstOrDefault() ?? 0))).ToList();
        var fresh = all.Where(o => !o.Row.Opened).ToList();
        if (fresh.Count > 0 && Anonymity.People(fresh.Select(f => f.Opinion)) >= Anonymity.Least)
        {
            await reader.Open([.. fresh.Select(f => f.Row.Id)], zone.DayOf(now));
            fresh.Clear();
        }
        return ([.. all.Except(fresh).Select(o => o.Opinion)], could.Select(c => c.Person).Distinct().Count());
    }

    private static Opinion Opinion(FiledRow row, int author) => new(author, new(row.Rating, row.Usefulness), row.WillUse, row.WasMissing, row.Name, row.Applied);

    private static string Text(byte[] author) => Convert.ToHexString(author);
}
