using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Seminars.Heads;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Heads;

/// <summary>«Изменить», for heads: what a seminar is now, and a button for each thing that can be otherwise.</summary>
internal sealed class SeminarChangesCard(SeminarReader reader, SiteZone zone) : Card
{
    private const string Name = SeminarLinks.SeminarChanges;

    public override string Key => Name;

    public override Access Access => Access.All(SeminarAccess.IsHead);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!SeminarAccess.IsHead(turn.Speaker) || await reader.Details(new(id), turn.Person) is not { } details) return null;
        return new Screen(Html.Paragraphs(Html.Bold(details.Title), ChangeTexts.Now(details, zone), Html.Text(ChangeTexts.What)))
            .Row(Field(SeminarField.Title), Field(SeminarField.Start))
            .Row(Field(SeminarField.Length), Field(SeminarField.Seats))
            .Row(Field(SeminarField.Audience), Field(SeminarField.Link))
            .Row(Field(SeminarField.Leader), Field(SeminarField.Description))
            .Row(Field(SeminarField.PlanItem))
            .Row(Button.Card(HeadTexts.BackToEvent, SeminarLinks.Seminar, id));

        Button Field(SeminarField field) =>
            Button.Flow(ChangeTexts.Label(field), SeminarLinks.ChangeSeminar,
                new ChangeStart(details.Id, details.Version, field).ToString());
    }
}
