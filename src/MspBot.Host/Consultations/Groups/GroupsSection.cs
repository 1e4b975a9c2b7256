using MspBot.Data.Consultations.Groups;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.People;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Consultations.Groups;

/// <summary>In «Мои записи»: groups that somebody is invited to, comes to, or leads.</summary>
internal sealed class GroupsSection(GroupReader reader, SiteZone zone) : MySection
{
    public override int Order => 25;

    public override async Task<MyPart?> For(Turn turn)
    {
        var person = turn.Person;
        IReadOnlyList<GroupLine> lines = [.. await reader.Mine(person, turn.Now), .. await reader.OfTutor(person, turn.Now)];
        return lines.Count == 0 ? null : GroupList.Part(lines, zone);
    }
}

/// <summary>On top of the menu: an invitation that waits for an answer.</summary>
internal sealed class InvitedToGroup(GroupReader reader, SiteZone zone) : NextThing
{
    public override async Task<Waiting?> For(Turn turn)
    {
        var invited = (await reader.Mine(turn.Person, turn.Now))
            .FirstOrDefault(l => l is { Mine: MemberState.Invited, State: ConsultationState.Inviting } && l.Agreed < l.Seats);
        return invited is null ? null
            : new(invited.StartsAt, GroupListTexts.Invitation(invited, zone),
                Button.Card(GroupTexts.Answer, ConsultationLinks.Group, invited.Id.Value));
    }
}

/// <summary>On top of the menu: the next group that somebody comes to or leads.</summary>
internal sealed class NextGroup(GroupReader reader, SiteZone zone) : NextThing
{
    public override async Task<Waiting?> For(Turn turn)
    {
        var person = turn.Person;
        var next = (await reader.Mine(person, turn.Now)).Where(l => l.Mine == MemberState.Agreed)
            .Concat(await reader.OfTutor(person, turn.Now))
            .Where(l => l.State == ConsultationState.Confirmed).MinBy(l => l.StartsAt);
        return next is null ? null
            : new(next.StartsAt, GroupListTexts.Next(next, zone),
                Button.Card(ConsultationTexts.OpenGroup, ConsultationLinks.Group, next.Id.Value), WaitsFor.Meeting);
    }
}

/// <summary>Groups as lines, each with its button.</summary>
internal static class GroupList
{
    internal static MyPart Part(IReadOnlyList<GroupLine> lines, SiteZone zone) => new(
        Html.Paragraphs(Html.Bold(GroupTexts.Groups), Html.Lines([.. lines.Select(l => GroupListTexts.Line(l, zone))])),
        [.. lines.Select(l => (IReadOnlyList<Button>)[Button.Card(GroupListTexts.Label(l, zone), ConsultationLinks.Group, l.Id.Value)])]);
}

/// <summary>The words of those lists.</summary>
internal static class GroupListTexts
{
    internal static Html Line(GroupLine line, SiteZone zone) =>
        Html.Of($"{Russian.Moment(line.StartsAt, zone)} — {Ellipsis.Cut(line.Topic, 80)} · {Standing(line)}");

    internal static string Label(GroupLine line, SiteZone zone) =>
        ButtonRows.Titled($"{Russian.Short(line.StartsAt, zone)} · Группа · ", line.Topic);

    internal static Html Invitation(GroupLine line, SiteZone zone) =>
        Html.Of($"Вас зовут на групповую консультацию: {Ellipsis.Cut(line.Topic, 100)}, {Russian.Moment(line.StartsAt, zone)}");

    internal static Html Next(GroupLine line, SiteZone zone) =>
        Html.Of($"Групповая консультация: {Ellipsis.Cut(line.Topic, 100)}, {Russian.Moment(line.StartsAt, zone)}");

    private static string Standing(GroupLine line) => line switch
    {
        { Mine: null, State: ConsultationState.Confirmed } => $"вы ведёте, {GroupTexts.People(line.Agreed)}",
        { Mine: null } => $"вы собираете, согласились {Russian.Number(line.Agreed)} из {Russian.Number(line.Seats)}",
        { Mine: MemberState.Agreed, State: ConsultationState.Confirmed } => "вы участвуете",
        { Mine: MemberState.Agreed } => "вы участвуете, группа собирается",
        { State: ConsultationState.Confirmed } => "вас пригласили",
        _ => "ждём вашего ответа",
    };
}
