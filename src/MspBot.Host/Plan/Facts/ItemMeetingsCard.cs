using MspBot.Data.Plan;
using MspBot.Data.Plan.Facts;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Facts;

/// <summary>The meetings that carry out an item. The number of the row is the item, the argument a page.</summary>
internal sealed class ItemMeetingsCard(PlanReader plans, FactReader facts, PlannedMeetings meetings, SiteZone zone) : Card
{
    private const string Name = PlanLinks.Meetings;

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Reads);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await plans.Item(new(id), turn.Now) is not { } item || item.SeenIn(PlanAccess.Scope(turn.Speaker)) is null) return null;
        var found = await Pager.Read(Pager.Number(arg), number => facts.Meetings(item.Id, number));
        return new Screen(Html.Paragraphs(FactTexts.MeetingsOf(item.Number), found.Items.Count == 0 ? FactTexts.NoMeetings
                : Html.Lines([.. found.Items.Select(meeting => FactTexts.Line(meeting, turn.Now, zone))])))
            .Page(found, meeting => meetings.Open(FactTexts.Button(meeting, zone), meeting.Seminar),
                (label, number) => Button.Card(label, Name, id, arg: Russian.Number(number)))
            .Row(PlanLinks.ToItem(ItemTexts.Back, item.Id));
    }
}
