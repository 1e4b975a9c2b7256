using MspBot.Data.Log;
using MspBot.Data.People;
using MspBot.Data.People.Rosters;
using MspBot.Data.People.Schools;
using MspBot.Domain.Files;
using MspBot.Domain.Log;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Files;
using MspBot.Host.Files.Tables;
using MspBot.Host.Printing;

namespace MspBot.Host.People.Rosters;

/// <summary>
/// The file of a list is here: what links would be made is shown, with all that is wrong. Its bytes are deleted in the transaction that
/// brought them, and its rows are sealed with a code that stands in the message's button alone: once that is sent, nobody but its reader
/// can open them.
/// </summary>
internal sealed class RosterReading(
    RosterImportStore imports, RosterScreens screens, PersonReader people, HeadedSchools heads, LogWriter log) : OnFileFetched
{
    /// <inheritdoc cref="RosterImportStore.Hold"/>
    public override Task Hold(StoredFileId file) => imports.Hold(file);

    public override async Task<IReadOnlyCollection<Notice>> Stored(StoredFileId file, byte[] content, DateTimeOffset now)
    {
        if (await imports.Of(file) is not { } import) return [];
        // The role may have been taken since.
        if (await heads.Of(import.ByPerson) is not { } school || school.Id != import.SchoolId
            || await people.Chat(import.ByPerson) is not { } chat)
        {
            await imports.Drop(import.Id);
            return [];
        }
        return [new Notice(chat, await Read(import, file, content, now), NoticeKey.RosterRead(import.Id))];
    }

    public override async Task Lost(StoredFileId file)
    {
        if (await imports.Of(file) is { } import) await imports.Drop(import.Id);
    }

    private async Task<Screen> Read(RosterImport import, StoredFileId file, byte[] content, DateTimeOffset now)
    {
        switch (TableReader.Read(content, RosterSheet.Read))
        {
            case ReadTable.Refused(var because, var count):
                return await Refuse(import, Html.Text(TableTexts.Refused(because, count)));
            case ReadTable.WrongColumns columns:
                return await Refuse(import, TableTexts.Wrong(columns));
            case ReadTable.Rows rows:
                var (table, faults) = RosterCheck.Of(rows);
                var code = LinkCode.New();
                var bytes = faults.Count == 0 ? null : FaultSheet.Of(content, rows.HeadingRow, faults);
                var said = faults.Count == 0 ? default : TableTexts.Faults(faults, inFile: bytes is not null);
                await imports.Keep(import.Id, file, table.Seal(code));
                var screen = await screens.Preview(import, table, code, said);
                if (bytes is null) return screen;
                log.Write(new LogLine(now, import.ByPerson, Role.SchoolHead, LogAction.FileTaken, LogSubject.School, import.SchoolId.Value,
                    LogDetail.Of(LogFile.RosterFaults, table.Rows.Count))
                { School = import.SchoolId });
                return screen with { File = new($"{TableTexts.WhatToFix}.xlsx", SheetWriter.MediaType, bytes) };
            default:
                throw new InvalidOperationException("a table is refused or read");
        }
    }

    private async Task<Screen> Refuse(RosterImport import, Html because)
    {
        await imports.Drop(import.Id);
        return RosterScreens.Refused(because);
    }
}
