using MspBot.Data.Reminders;
using MspBot.Domain.Clock;
using MspBot.Domain.Meetings;
using MspBot.Domain.Reminders;
using MspBot.Host.Consultations;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations.Sending;
using MspBot.Host.Seminars;
using MspBot.Host.Seminars.Events;

namespace MspBot.Host.Reminders;

/// <summary>A reminder with its buttons: of one meeting, or of several, where each keeps the buttons that it has alone.</summary>
internal static class ReminderScreens
{
    /// <summary>More than a person has on one day; a message has an end.</summary>
    private const int Most = 12;

    /// <param name="things">What one person is reminded of at one time before the start, the earliest first.</param>
    /// <param name="sent">When it goes out.</param>
    /// <param name="zone">The site's.</param>
    internal static Screen Of(IReadOnlyList<MarkedReminder> things, DateTimeOffset sent, SiteZone zone)
    {
        var areSeats = things.All(t => t.Part == MeetingPart.Participant && t.Before > ReminderTimes.Near);
        var buttons = things is [var one] ? Alone(one)
            : areSeats ? things.Take(Most).SelectMany(t => (IEnumerable<Button>)[Open(t, zone), .. Answers(t, zone)])
            : things.Take(Most).SelectMany(t => Together(t, zone));
        var text = things is [var only] ? ReminderTexts.One(only, sent, zone) : ReminderTexts.Several(things, Most, sent, zone);
        return buttons.Aggregate(new Screen(text), (screen, button) => screen.Row(button));
    }

    private static IEnumerable<Button> Alone(MarkedReminder thing)
    {
        if (thing.Part == MeetingPart.Leader)
        {
            yield return Press(thing, SeminarTexts.Open);
            yield break;
        }
        if (thing.Before <= ReminderTimes.Near) yield return Enter(thing, SeminarTexts.Enter);
        if (thing.Nomination is { } nomination)
        {
            foreach (var answer in AnswerButtons.Of(nomination)) yield return answer;
            yield break;
        }
        if (thing.Before <= ReminderTimes.Last) yield break;
        yield return thing.Part == MeetingPart.Participant
            ? Press(thing, SeminarTexts.Leave, SeminarActions.Leave)
            : Press(thing, ConsultationTexts.Open);
    }

    /// <summary>The same buttons, by their meeting's title.</summary>
    private static IEnumerable<Button> Together(MarkedReminder thing, SiteZone zone)
    {
        var enters = thing.Part != MeetingPart.Leader && thing.Before <= ReminderTimes.Near;
        if (enters) yield return Enter(thing, ButtonRows.Titled($"{SeminarTexts.Enter}: ", thing.Title));
        var leaves = thing is { Part: MeetingPart.Participant, Nomination: null } && thing.Before > ReminderTimes.Last;
        var opens = thing.Part == MeetingPart.Leader || !enters || !leaves && thing.Before > ReminderTimes.Last;
        if (opens) yield return Open(thing, zone);
        if (leaves) yield return Press(thing, ButtonRows.Titled($"{SeminarTexts.Leave}: ", thing.Title), SeminarActions.Leave);
        foreach (var answer in Answers(thing, zone)) yield return answer;
    }

    /// <summary>The question's buttons, with the hour: several questions may stand in one message.</summary>
    private static IEnumerable<Button> Answers(MarkedReminder thing, SiteZone zone) => thing.Nomination is not { } nomination ? []
        : AnswerButtons.Of(nomination, label => ButtonRows.Titled($"{label}: {Russian.Clock(thing.StartsAt, zone)} ", thing.Title));

    private static Button Open(MarkedReminder thing, SiteZone zone) => Press(thing, ReminderTexts.Titled(thing, zone));

    private static Button Enter(MarkedReminder thing, string label) =>
        Press(thing, label, thing.Part.IsInSeminar() ? SeminarActions.Enter : ConsultationActions.Enter).Main();

    private static Button Press(MarkedReminder thing, string label, string? action = null)
    {
        var card = thing.Part.IsInSeminar() ? SeminarLinks.Seminar : ConsultationLinks.Consultation;
        return action is null ? Button.Card(label, card, thing.Id) : Button.Card(label, card, thing.Id, action);
    }
}
