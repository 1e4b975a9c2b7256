using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Attendance;

/// <summary>«Кто записан», for heads: names and schools, then who waits, in order. The argument is the page.</summary>
internal sealed class ParticipantsCard(SeminarReader reader, ParticipantsScreens screens) : Card
{
    public override string Key => SeminarLinks.Participants;

    public override Access Access => SeminarAccess.Led(reader);

    public override Task<Screen?> Show(Turn turn, long id, string arg) => screens.Of(new(id), turn.Speaker, turn.Now, Pager.Number(arg));
}

/// <summary>How it looks.</summary>
internal sealed class ParticipantsScreens(SeminarReader reader, SignUpReader signUps, IEnumerable<ParticipantsButton> buttons)
{
    /// <summary>By this name earlier cards are found that name somebody who was erased.</summary>
    internal static string Shown(SeminarId id) => $"{SeminarLinks.Participants}:{id.Value}";

    internal async Task<Screen?> Of(SeminarId id, Speaker who, DateTimeOffset now, int page = 0)
    {
        if (await reader.Details(id, who.Person) is not { } details
            || SeminarAccess.RelationOf(who, details, now) == SeminarRelation.Visitor) return null;
        var found = await signUps.Participants(id, page, details.Seated + details.Waiting);
        var first = Paging.Skip(found.Number, SignUpReader.PageSize);

        return new Screen(Html.Paragraphs(
                Html.Lines(Html.Bold(details.Title), Html.Text(HeadTexts.Participants(details))),
                found.Items.Count == 0 ? ParticipantTexts.Nobody
                : Html.Lines([.. found.Items.Select((p, n) => ParticipantTexts.Line(p, first + n, details.Seated))])))
            .Turning(found, (label, number) => Button.Card(label, SeminarLinks.Participants, id.Value, arg: $"{number}"))
            .Row(found.Items.Count == 0 && details.Seminar.IsOpen(now)
                ? Button.Card(SeminarTexts.Invite, SeminarLinks.Seminar, id.Value, SeminarActions.Invite) : null)
            .Row([.. buttons.Select(b => b.For(who, details, now))])
            .Row(Button.Card(HeadTexts.BackToEvent, SeminarLinks.Seminar, id.Value)) with
        { Shows = Shown(id) };
    }
}

/// <summary>What another feature adds to «Кто записан»; null: nothing. Registered with AddScoped&lt;ParticipantsButton, …&gt;.</summary>
internal abstract class ParticipantsButton
{
    public abstract Button? For(Speaker speaker, SeminarDetails details, DateTimeOffset now);
}

/// <summary>The words of «Кто записан».</summary>
internal static class ParticipantTexts
{
    internal static Html Nobody => Html.Text("Пока никто не записан. Позовите коллег: ссылку на мероприятие можно переслать.");

    /// <param name="person">Who.</param>
    /// <param name="index">In the whole list, from 0: those who are seated come first.</param>
    /// <param name="seated">How many they are.</param>
    internal static Html Line(Participant person, int index, int seated)
    {
        var who = person.Name is null ? Html.Text(DialogTexts.Erased)
            : Html.Of($"{Ellipsis.Cut(person.Name, 80)}{(person.School is null ? "" : $", {Ellipsis.Cut(person.School, 60)}")}");
        return person.State == nameof(SignUpState.Waitlisted)
            ? Html.Of($"Ждёт, {Math.Max(1, index - seated + 1)}-й: {who}")
            : Html.Of($"{index + 1}. {who}");
    }
}
