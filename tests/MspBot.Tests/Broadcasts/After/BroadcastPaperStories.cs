using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MspBot.Domain.Broadcasts;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using MspBot.Tests.Surveys.Summary;
using Xunit;

namespace MspBot.Tests.Broadcasts.After;

/// <summary>The papers of a broadcast, and who has pressed «Ознакомлен(а)».</summary>
public sealed class BroadcastPaperStories(TestCluster cluster)
{
    [Fact]
    public async Task The_table_says_of_each_recipient_what_became_of_it()
    {
        await using var world = await World.Open(cluster);
        var (head, id, readers) = await world.Gone(1, acknowledge: true);
        await world.TeacherOf(301, await world.School());
        await world.Sql<int>($"""
            insert into broadcast_recipient (broadcast_id, person_id, outcome, at)
            select {id.Value}, id, 'Blocked', {world.Now} from person where chat_id = 301
            """);
        await readers[0].TapsData(readers[0].Letters()[0], $"c:bx:{id.Value}:seen");
        await head.OpensBroadcast(id);
        await head.Taps("Скачать таблицу");
        var rows = Rows((await head.SeesFile("Рассылка 24.11.2026")).Bytes.ToArray());
        Assert.Equal("№ | ФИО | Школа | Роль | Доставлено | Когда | Ознакомлен(а)", rows[0]);
        Assert.Equal("1 | Иванова Мария Петровна | МОУ «СОШ № 12» | педагог | нет: бот остановлен |  | ", rows[1]);
        Assert.StartsWith("2 | Читателева1 Анна Ивановна | Школа № 201 | педагог | да | 24.11.2026 10:0", rows[2],
            StringComparison.Ordinal);
        Assert.Equal("BroadcastTable 2", await world.Sql<string>("""
            select concat_ws(' ', detail ->> 'file', detail ->> 'rows') from action_log where action = 'FileTaken'
            """));
    }

    [Fact]
    public async Task Who_works_elsewhere_now_stands_in_the_table_where_they_were_written_to()
    {
        await using var world = await World.Open(cluster);
        var (head, id, readers) = await world.Gone(1);
        await world.Moves(readers[0].Id, await world.School());
        await head.OpensBroadcast(id);
        await head.Taps("Скачать таблицу");
        var rows = Rows((await head.SeesFile("Рассылка 24.11.2026")).Bytes.ToArray());
        Assert.Contains("| Школа № 201 |", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_lists_those_whom_it_reached_and_their_marks()
    {
        await using var world = await World.Open(cluster);
        var (head, id, readers) = await world.Gone(2, acknowledge: true, new Told(World.HeadId, RecipientOutcome.Blocked));
        await head.OpensBroadcast(id);
        await head.Taps("Ознакомились: 0 из 2");
        await head.Sees("Отметок пока нет.");
        await readers[0].TapsData(readers[0].Letters()[0], $"c:bx:{id.Value}:seen");
        await head.OpensBroadcast(id);
        await head.Taps("Ознакомились: 1 из 2");
        await head.Sees("Школа № 201:\n— Читателева1 Анна Ивановна: 24.11 10:0");
        await head.OpensBroadcast(id);
        await head.Taps("Лист ознакомления");
        var sheet = PaperText.Of((await head.SeesFile("Лист ознакомления 24.11.2026")).Bytes.ToArray());
        Assert.Contains(BroadcastCast.Words, sheet, StringComparison.Ordinal);
        Assert.Contains("Читателева2 Анна Ивановна", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("Смирнова", sheet, StringComparison.Ordinal);
        Assert.Contains("Отметили в системе: 1 из 2.", sheet, StringComparison.Ordinal);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Where_no_mark_was_asked_there_is_no_sheet()
    {
        await using var world = await World.Open(cluster);
        var (head, id, _) = await world.Gone(1);
        await head.OpensBroadcast(id);
        await world.HasNoButton(head, "Лист ознакомления");
        await head.Opens($"c:bde:{id.Value}:sheet");
        await world.Idle();
        Assert.DoesNotContain(head.Chat, message => message.File is not null);
    }

    private static List<string> Rows(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        return [.. document.WorkbookPart!.WorksheetParts.First().Worksheet!.Descendants<Row>()
            .Select(row => string.Join(" | ", row.Elements<Cell>().Select(cell => cell.InnerText)))];
    }
}
