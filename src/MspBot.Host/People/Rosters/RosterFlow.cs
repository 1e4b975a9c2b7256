using MspBot.Data.Files;
using MspBot.Data.People.Rosters;
using MspBot.Data.People.Schools;
using MspBot.Domain.Files;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Files.Tables;

namespace MspBot.Host.People.Rosters;

/// <summary>«Списком из Excel»: takes the file. What is in it is said once it is here and read.</summary>
internal sealed class RosterFlow(HeadedSchools heads) : Flow
{
    private const string Name = PeopleLinks.BringByList;
    internal static readonly FileRule Rule = new(["xlsx"], WorkbookGate.MaxBytes);

    public override string Key => Name;

    public override Access Access => Access.NoRow("for the school that the speaker heads");

    public override string Title => RosterTexts.Bring;

    public override bool For(Speaker speaker) => speaker.Is(Role.SchoolHead);

    public override async Task<Outcome> Talk(Dialog ask) =>
        await heads.Of(ask.Person) is { } school
            ? Do(new BringList(school.Id, await ask.File("table", RosterTexts.WhichFile, Rule)))
            : Say(EngineTexts.NothingThere);
}

/// <summary>Takes a list of a school's teachers.</summary>
internal sealed record BringList(SchoolId School, Upload File);

internal sealed class BringListHandler(StoredFileStore files, RosterImportStore imports) : Handler<BringList>
{
    /// <summary>The file's own name is not kept: whoever calls it «Иванова М. П.xlsx» names somebody.</summary>
    private const string Unnamed = "список.xlsx";

    public override async Task<Done> Handle(BringList command, Turn turn)
    {
        var file = await files.Add(command.File.Reference, Unnamed, null, RosterFlow.Rule.MaxBytes, turn.Speaker.Chat, turn.Now);
        await imports.Begin(command.School, file, turn.Person, turn.Now);
        return new Done.With(RosterScreens.Back(RosterTexts.Reading));
    }
}
