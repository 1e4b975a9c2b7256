using MspBot.Data.Feedback;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Host.Feedback;

/// <summary>
/// What has come in, brought through the rule of three: the only way from the table to a screen. To look changes nothing.
/// </summary>
internal sealed class FeedbackViews(OpinionReader reader, AuthorKey key)
{
    /// <summary>Of one seminar: one filing a person.</summary>
    internal async Task<Overview> OfSeminar(SeminarId id, bool namesShown) =>
        Anonymity.Look([.. (await reader.OfSeminar(id)).Select((row, n) => Opinion(row, n))], namesShown);

    /// <summary>Of all consultations of a tutor.</summary>
    internal async Task<Overview> OfTutor(PersonId tutor, bool namesShown)
    {
        var known = (await reader.ParticipantsOfTutor(tutor))
            .ToLookup(c => Text(key.Author(c.Person, new(MeetingKind.Consultation, c.Meeting))), c => (int?)c.Person.Value);
        // An author whom the key does not find may be anyone: all of them together count as one.
        return Anonymity.Look([.. (await reader.OfTutor(tutor)).Select(row => Opinion(row, known[Text(row.Author)].FirstOrDefault() ?? 0))],
            namesShown);
    }

    private static Opinion Opinion(FiledRow row, int author) =>
        new(author, new(row.Rating, row.Usefulness), row.WillUse, row.WasMissing, row.Name, row.Applied);

    private static string Text(byte[] author) => Convert.ToHexString(author);
}
