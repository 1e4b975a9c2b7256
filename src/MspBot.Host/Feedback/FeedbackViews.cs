using MspBot.Data.Feedback;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Host.Feedback;

/// <summary>What was filed, brought through the rule of three: the only way from the table to a screen.</summary>
internal sealed class FeedbackViews(OpinionReader reader, AuthorKey key)
{
    /// <summary>Of one seminar: one filing a person.</summary>
    internal async Task<Overview> OfSeminar(SeminarId id, bool namesShown)
    {
        var could = await reader.ParticipantsOfSeminar(id);
        var rows = await reader.OfSeminar(id);
        return Anonymity.Look([.. rows.Select((row, n) => Opinion(row, n))], could.Count, namesShown);
    }

    /// <summary>
    /// Of all consultations of a tutor. What is new comes in by three people at least: a tutor knows whom they met yesterday, and
    /// would know whose is the one answer that was not there before.
    /// </summary>
    internal async Task<Overview> OfTutor(PersonId tutor, bool namesShown)
    {
        var rows = await reader.OfTutor(tutor);
        var could = await reader.ParticipantsOfTutor(tutor);
        var known = could.ToLookup(c => Text(key.Author(c.Person, new(MeetingKind.Consultation, c.Meeting))), c => (int?)c.Person.Value);
        // An author whom the key does not find may be anyone: all of them together count as one.
        var all = rows.Select(row => (Row: row, Opinion: Opinion(row, known[Text(row.Author)].FirstOrDefault() ?? 0))).ToList();
        var fresh = all.Where(o => !o.Row.Opened).ToList();
        if (fresh.Count > 0 && Anonymity.People(fresh.Select(f => f.Opinion)) >= Anonymity.Least)
        {
            await reader.Open([.. fresh.Select(f => f.Row.Id)]);
            fresh.Clear();
        }
        var shown = all.Except(fresh).Select(o => o.Opinion).ToList();
        return Anonymity.Look(shown, could.Select(c => c.Person).Distinct().Count(), namesShown);
    }

    private static Opinion Opinion(FiledRow row, int author) => new(author, new(row.Rating, row.Usefulness), row.WillUse, row.WasMissing, row.Name, row.Applied);

    private static string Text(byte[] author) => Convert.ToHexString(author);
}
