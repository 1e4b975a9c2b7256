using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Attendance;

/// <summary>«Кто записан», for heads: names and schools, then who waits, in order. The argument is the page.</summary>
internal sealed class ParticipantsCard(SeminarReader reader, SignUpReader signUps, IEnumerable<ParticipantsButton> buttons) : Card
{
    private const string Name = SeminarLinks.Participants;

    public override string Key => Name;

    public override Access Access => SeminarAccess.Led(reader);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await reader.Details(new(id), turn.Person) is not { } details
            || SeminarAccess.RelationOf(turn.Speaker, details, turn.Now) == SeminarRelation.Visitor) return null;
        var found = await signUps.Participants(details.Id, Pager.Number(arg), details.Seated + details.Waiting);
        var first = Paging.Skip(found.Number, SignUpReader.PageSize);

        return new Screen(Html.Paragraphs(
                Html.Lines(Html.Bold(details.Title), Html.Text(HeadTexts.Participants(details))),
                found.Items.Count == 0 ? ParticipantTexts.Nobody
                : Html.Lines([.. found.Items.Select((p, n) => ParticipantTexts.Line(p, first + n, details.Seated))])))
            .Turning(found, (label, number) => Button.Card(label, Name, id, arg: $"{number}"))
            .Row(found.Items.Count == 0 && details.Seminar.IsOpen(turn.Now)
                ? Button.Card(SeminarTexts.Invite, SeminarLinks.Seminar, id, SeminarActions.Invite) : null)
            .Row([.. buttons.Select(b => b.For(turn.Speaker, details, turn.Now))])
            .Row(Button.Card(HeadTexts.BackToEvent, SeminarLinks.Seminar, id));
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
