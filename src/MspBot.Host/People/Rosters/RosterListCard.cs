using MspBot.Data.People.Rosters;
using MspBot.Data.People.Schools;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.People.Rosters;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Rosters;

/// <summary>
/// A list that was handed in and waits for «Сделать ссылки». The buttons carry the code that opens it, and how many links were shown.
/// </summary>
internal sealed class RosterListCard(
    RosterImportStore imports, RosterStore links, RosterReader reader, HeadedSchools heads, RosterScreens screens, BotName bot,
    SiteZone zone) : Card
{
    private const string Name = PeopleLinks.BroughtList;
    internal const string Make = "make";
    internal const string Drop = "drop";

    public override string Key => Name;

    public override Access Access => Access.Rows(async (turn, id) => await Own(turn, id) is not null);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await Own(turn, id) is not { } import) return null;
        return Open(import, arg) is { } table ? await screens.Preview(import, table, Code(arg))
            : RosterScreens.Back(Html.Text(RosterTexts.Waits));
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (await Own(turn, id) is not { } import) return Pressed.Fresh();
        switch (action)
        {
            case Make when Open(import, arg) is { } table:
                return await MakeLinks(turn, import, table, arg);
            case Drop:
                await imports.Drop(import.Id);
                return Pressed.Instead(RosterScreens.Back(Html.Text(RosterTexts.Dropped)));
            default:
                return Pressed.Fresh();
        }
    }

    private async Task<Pressed> MakeLinks(Turn turn, RosterImport import, RosterTable table, string arg)
    {
        var (school, seen) = (import.SchoolId, new Argument(arg));
        var rows = await screens.New(school, table);
        if (rows.Count == 0 || rows.Count != seen.Number(1)) return Pressed.Warn(RosterTexts.ChangedMeanwhile);
        var voids = await reader.CountOpen(school, turn.Now);
        if (voids > 0 && seen.Number(2) != voids)
            return Pressed.Instead(RosterScreens.Voids(import.Id, $"{Code(arg)}.{rows.Count}", voids));

        var made = rows.ToDictionary(row => row.Number, row => new NewRosterLink(LinkCode.New(), row.Number, row.Person!));
        if (!await links.Make(school, [.. made.Values], voids, turn.Person, turn.Now)) return Pressed.Warn(RosterTexts.ChangedMeanwhile);
        await imports.Drop(import.Id);
        turn.Log(LogAction.RosterLinksMade, LogSubject.School, school.Value, LogDetail.Of("links", made.Count), Role.SchoolHead,
            school: school);
        turn.Log(LogAction.FileTaken, LogSubject.School, school.Value, LogDetail.Of(LogFile.RosterLinks, table.Rows.Count), Role.SchoolHead,
            school: school);
        await screens.Redraw(turn, school);
        turn.Say(await WithLinks(turn, school, table, made));
        return Pressed.Open(PeopleLinks.BringTeachers, 0);
    }

    /// <summary>
    /// The table is made here and travels in its message, because no job could make it later: codes and names are stored nowhere. What a
    /// message says is emptied as soon as it is sent or given up.
    /// </summary>
    private async Task<Screen> WithLinks(Turn turn, SchoolId school, RosterTable table, Dictionary<int, NewRosterLink> made) =>
        new Screen(RosterTexts.Made(made.Count, turn.Now + RosterLink.Lasts, zone))
        {
            File = RosterSheet.WithLinks(await reader.SchoolName(school) ?? "", table.Rows.Select(row => (row,
                made.TryGetValue(row.Number, out var link) ? bot.DeepLink($"{new SchoolStart(null, link.Code)}")
                : row.Fault ?? RosterTexts.InBot))),
        };

    /// <summary>A list that this person has handed in for the school that they still head, and that is read.</summary>
    private async Task<RosterImport?> Own(Turn turn, long id) =>
        turn.Speaker.Is(Role.SchoolHead) && await imports.Find(new(id)) is { Sealed: not null } import && import.ByPerson == turn.Person
        && await heads.Of(turn.Person) is { } school && school.Id == import.SchoolId ? import : null;

    private static string Code(string arg) => new Argument(arg).Part(0)!;

    private static RosterTable? Open(RosterImport import, string arg) => RosterTable.Open(Code(arg), import.Sealed!);
}
