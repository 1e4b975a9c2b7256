using System.Globalization;
using MspBot.Data.Materials;
using MspBot.Data.Seminars.Attendance;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Materials;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Materials;

namespace MspBot.Host.Seminars.Attendance;

/// <summary>
/// «Раздать»: one's own material goes to those who came to a meeting that one has led. The number is the material; the argument is the page
/// of meetings, or the meeting that is meant.
/// </summary>
internal sealed class HandOutCard(MaterialReader materials, SeminarMaterialStore store, MaterialDelivery delivery, SiteZone zone) : Card
{
    private const string Name = MaterialLinks.HandOut;
    private const string Ask = "ask";
    private const string Give = "give";

    public override string Key => Name;

    public override Access Access => Access.Rows(async (turn, id) =>
        await materials.Find(new(id)) is { } material && MaterialAccess.Keeps(turn.Speaker, material));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await materials.Find(new(id)) is not { } material) return null;
        if (material.State != MaterialState.Shown) return Back(new Screen(Html.Text(MaterialRefusalTexts.Of(MaterialRefusal.Hidden))), id);
        var page = await Pager.Read(Pager.Number(arg), number => store.Held(turn.Person, material.Id, turn.Now, number));
        var screen = new Screen(page.Items.Count > 0 ? MaterialTexts.WhichMeeting(material.Name)
            : Html.Paragraphs(Html.Bold(material.Name), Html.Text(MaterialTexts.NoMeetings)))
            .Page(page, one => Button.Card(ButtonRows.Titled($"{Russian.ShortDay(zone.DayOf(one.StartsAt))} · ", one.Title), Name, id, Ask,
                Text(one.Id.Value)),
                (label, number) => Button.Card(label, Name, id, "show", Text(number)));
        return Back(screen, id);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (new Argument(arg).Id<SeminarId>() is not { } seminar
            || await materials.Find(new(id)) is not { State: MaterialState.Shown } material
            || await store.Held(turn.Person, material.Id, turn.Now, seminar) is not { } meeting) return Pressed.Fresh();
        if (meeting.Waiting == 0) return Pressed.Warn(MaterialTexts.NobodyLeft);
        switch (action)
        {
            case Ask:
                return Pressed.Instead(new Screen(MaterialTexts.HandOutAsk(material.Name, meeting.Title, meeting.Waiting))
                    .Row(Button.Card(MaterialTexts.HandOutTo(meeting.Waiting), Name, id, Give, Text(seminar.Value)).Main())
                    .Row(Button.Card(MaterialTexts.Back, Name, id)));
            case Give:
                var attached = await store.AttachForCame(seminar, material.Id, turn.Now);
                turn.Tell(await delivery.Deliver([attached], turn.Now));
                turn.Log(LogAction.MaterialAttached, LogSubject.Seminar, seminar.Value, LogDetail.Of("material", id));
                turn.Flash(MaterialTexts.Given);
                return Pressed.Open(MaterialLinks.Material, id);
            default:
                return Pressed.Fresh();
        }
    }

    private static Screen Back(Screen screen, long id) => screen.Row(Button.Card("← К разработке", MaterialLinks.Material, id));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>«Раздать» on one's own material, for whoever has led a meeting.</summary>
internal sealed class HandOutPart(SeminarMaterialStore store) : MaterialPart
{
    public override int Order => 85;

    public override async Task<IReadOnlyList<IReadOnlyList<Button>>> For(Turn turn, MaterialDetails material) =>
        material.State == MaterialState.Shown && MaterialAccess.Keeps(turn.Speaker, material) && turn.Speaker.PersonOrNull is { } person
        && await store.HasHeld(person, turn.Now)
            ? [[Button.Card(MaterialTexts.HandOut, MaterialLinks.HandOut, material.Id.Value)]] : [];
}
