using MspBot.Data.People;
using MspBot.Data.Plan.Papers;
using MspBot.Domain.Files;
using MspBot.Domain.Notices;
using MspBot.Domain.Plan.Papers;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Files;
using MspBot.Host.Files.Tables;
using MspBot.Host.Printing;

namespace MspBot.Host.Plan.Papers;

/// <summary>
/// The file of a table is here: what it would do is shown, or all that is wrong with it, with the file sent back. A table with faults
/// leaves nothing behind.
/// </summary>
internal sealed class ImportReading(ImportStore imports, PaperReader papers, PersonReader people) : OnFileFetched
{
    /// <inheritdoc cref="ImportStore.Hold"/>
    public override Task Hold(StoredFileId file) => imports.Hold(file);

    public override async Task<IReadOnlyCollection<Notice>> Stored(StoredFileId file, byte[] content, DateTimeOffset now)
    {
        if (await imports.Of(file) is not { } import) return [];
        var screen = await Read(import, file, content, now);
        return await people.Chat(import.By) is { } chat ? [new Notice(chat, screen, NoticeKey.ImportRead(import.Id))] : [];
    }

    public override async Task Lost(StoredFileId file)
    {
        if (await imports.Of(file) is { } import) await imports.Drop(import.Id);
    }

    private async Task<Screen> Read(PlanImport import, StoredFileId file, byte[] content, DateTimeOffset now)
    {
        var items = await imports.Items(import.Year, DialogTexts.Erased, now);
        switch (TableReader.Read(content, PlanSheet.Read))
        {
            case ReadTable.Refused(var because, var count):
                return await Refuse(import, Html.Text(TableTexts.Refused(because, count)));
            case ReadTable.WrongColumns columns:
                return await Refuse(import, TableTexts.Wrong(columns));
            case ReadTable.Rows table when !table.Columns.Contains(PlanSheet.Code) && items.Any(item => !item.IsExcluded):
                return await Refuse(import, Html.Text(ImportTexts.NoCodes));
            case ReadTable.Rows table:
                var (read, faults) = PlanSheetCheck.Of(table,
                    new(import.Year, await papers.Stamp(import.Year), items, await people.Leaders()));
                if (faults.Count > 0) return await SendBack(import, table, content, faults);
                await imports.Keep(import.Id, file, read);
                return ImportScreens.Preview(import with { Content = read }, ImportComparison.Of(items, read.Rows), items, excludes: false);
            default:
                throw new InvalidOperationException("a table is refused or read");
        }
    }

    private async Task<Screen> Refuse(PlanImport import, Html because)
    {
        await imports.Drop(import.Id);
        return ImportScreens.Refused(import.Year, because);
    }

    private async Task<Screen> SendBack(PlanImport import, ReadTable.Rows table, byte[] content, IReadOnlyList<TableFault> faults)
    {
        var bytes = FaultSheet.Of(content, table.HeadingRow, faults, PlanSheet.Code);
        return (await Refuse(import, TableTexts.Faults(faults, inFile: bytes is not null))) with
        {
            File = bytes is null ? null : new($"{TableTexts.WhatToFix}.xlsx", SheetWriter.MediaType, bytes),
        };
    }
}
