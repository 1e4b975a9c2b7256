using MspBot.Data.Nominations.MySchool;
using MspBot.Data.People.Schools;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations.Seats;
using MspBot.Host.Nominations.Sending;
using MspBot.Host.People;

namespace MspBot.Host.Nominations.MySchool;

/// <summary>/school</summary>
internal sealed class MySchoolCommand(MySchoolCard card) : Command
{
    public override string Name => NominationLinks.SchoolWord;

    public override string Description => MySchoolTexts.Command;

    public override int Order => 130;

    public override bool For(Speaker speaker) => SchoolAccess.IsHead(speaker);

    public override async Task Run(Turn turn, string args) => turn.Show((await card.Show(turn, 0, ""))!);
}

/// <summary>What matters today of the school that the speaker heads, and the way to the rest.</summary>
internal sealed class MySchoolCard(HeadedSchools heads, MySchoolReader reader, IEnumerable<MySchoolPart> parts) : Card
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    public override string Key => NominationLinks.MySchool;

    public override Access Access => Access.NoRow("always the school that the speaker heads");

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await MySchoolAccess.Of(turn.Speaker, heads) is not { } school) return MySchoolAccess.None(turn.Speaker);
        var summary = await reader.Summary(school.Id, turn.Person, turn.Now - Month, turn.Now);
        var lines = new List<MySchoolLine>();
        foreach (var part in parts)
        {
            if (await part.For(turn, school.Id) is { } line) lines.Add(line);
        }
        var screen = new Screen(Html.Paragraphs([MySchoolTexts.Card(school.Name, summary), .. lines.Select(line => line.Text)]));
        foreach (var line in lines) screen = screen.Row(line.To);
        if (summary.Others > 0)
            screen = screen.Row(Button.Flow(SendingTexts.Nominate, NominationLinks.Nominate).Main());
        return screen
            .Row(summary.Others > 0 ? Button.Card(MySchoolTexts.Teachers, NominationLinks.MyTeachers, 0) : null,
                Button.Card(MySchoolTexts.WhoCame, NominationLinks.SchoolMeetings, 0))
            .Row(Button.Card(SchoolSeatsTexts.Title, NominationLinks.SchoolSeats, 0),
                Button.Card(MySchoolTexts.Tutors, NominationLinks.SchoolTutors, 0))
            .Row(Button.Card(MySchoolTexts.Bring, PeopleLinks.BringTeachers, 0))
            .Row(EngineTexts.ToMenu);
    }
}

/// <summary>Which school it is, read anew each time.</summary>
internal static class MySchoolAccess
{
    /// <summary>Null: the speaker heads none, or none any more.</summary>
    internal static async Task<School?> Of(Speaker speaker, HeadedSchools heads) =>
        SchoolAccess.IsHead(speaker) && speaker.PersonOrNull is { } person ? await heads.Of(person) : null;

    /// <summary>Rows of the school that the speaker heads.</summary>
    internal static Access Rows(HeadedSchools heads, Func<SchoolId, long, Turn, Task<bool>> areOf) => Access.Rows(async (turn, id) =>
        await Of(turn.Speaker, heads) is { } school && await areOf(school.Id, id, turn));

    /// <summary>What is said where there is no school.</summary>
    internal static Screen None(Speaker speaker) => SchoolAccess.IsHead(speaker)
        ? new Screen(Html.Text(MySchoolTexts.NoSchool)).Row(EngineTexts.ToMenu) : SchoolAccess.HeadNoMore;
}
