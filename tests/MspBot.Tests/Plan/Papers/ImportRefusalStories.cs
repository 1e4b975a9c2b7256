using DocumentFormat.OpenXml;
using MspBot.Tests.Files.Tables;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Plan.Papers.ImportCast;

namespace MspBot.Tests.Plan.Papers;

/// <summary>A table with faults: all of them at once, the file sent back, nothing kept.</summary>
public sealed class ImportRefusalStories(TestCluster cluster)
{
    [Fact]
    public async Task All_faults_come_at_once_with_the_file_and_nothing_is_kept()
    {
        await using var world = await World.Open(cluster);
        var (head, items) = await world.Planned("Один");
        await head.Types("/plan");
        await head.Taps("Загрузить из Excel");
        var table = Workbooks.Of([Header, .. Enumerable.Range(0, 14).Select(n => Row(n % 2 == 0 ? "" : "Стол", term: "когда-нибудь")),
            Row("Стол", term: "")], ["A3:A4"]);
        var message = await world.SendsTable(head, table);
        Assert.Contains("В строке 16 не указан срок. Напишите, например: октябрь 2026, 15.10.2026 или «с 01.10 по 15.11».", message.Text,
            StringComparison.Ordinal);
        Assert.Contains("В строках 2, 6, 8, 10, 12 и 14 не указано мероприятие.", message.Text, StringComparison.Ordinal);
        Assert.Contains("В строке 3 объединены ячейки A3:A4: разъедините их.", message.Text, StringComparison.Ordinal);
        Assert.InRange(message.Text.Length, 1, 1024);
        var back = Workbooks.Words((await head.SeesFile("Что исправить.xlsx")).Bytes.ToArray());
        Assert.Equal("Что исправить", back[0][^1]);
        Assert.StartsWith("Не указано мероприятие. Срок непонятен: «когда-нибудь».", back[1][^1], StringComparison.Ordinal);
        Assert.Equal((0, 0, 1), (await world.Sql<int>("select count(*) from plan_import"),
            await world.Sql<int>("select count(*) from stored_file"),
            await world.Sql<int>("select count(*) from plan_item")));
        // Put right and sent again.
        await head.Taps("Прислать другой файл");
        await world.SendsTable(head, Workbooks.Of(Header, Row("Стол"), Row("Один", await world.Code(items[0]), "декабрь 2026")));
        await head.Sees("Добавится 1.");
        Assert.Empty(world.Telegram.Violations);
    }

    public static TheoryData<string, string> Bad => new()
    {
        { "xls", "Это файл .xls. Сохраните как .xlsx: Файл → Сохранить как." },
        { "picture", "Это не книга Excel (.xlsx), как бы файл ни назывался." },
        { "macros", "В файле есть макросы." },
        { "columns", "Не хватает столбцов: Срок, Ответственный и Результат, вид документа.\nНезнакомые столбцы: Когда." },
        { "codes", "В таблице нет столбца «Код», а в плане уже есть пункты" },
        { "rows", "В файле 501 строка, а можно до 500." },
        { "empty", "под заголовками нет ни одной строки" },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task A_file_that_is_no_such_table_is_refused_with_the_way_on(string kind, string because)
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await world.Planned("Один");
        await head.Types("/plan");
        await head.Taps("Загрузить из Excel");
        var message = await world.SendsTable(head, kind switch
        {
            "xls" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]],
            "picture" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1],
            "macros" => Workbooks.Of([Header, Row("Стол")], [], SpreadsheetDocumentType.MacroEnabledWorkbook),
            "columns" => Workbooks.Of(["Мероприятие", "Форма", "Когда"], ["а", "б", "в"]),
            "codes" => Workbooks.Of(Header[..^1], Row("Стол")[..^1]),
            "rows" => Workbooks.Of([Header, .. Enumerable.Range(0, 501).Select(n => Row($"Стол {n}"))]),
            _ => Workbooks.Of(Header),
        });
        Assert.Contains(because, message.Text, StringComparison.Ordinal);
        Phone.Holds(message);
        Assert.Contains("План не изменился.", message.Text, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await world.Sql<int>("select count(*) from plan_import"),
            await world.Sql<int>("select count(*) from stored_file")));
        await head.Taps("Прислать другой файл");
        await head.Sees("Пришлите таблицу плана на 2026/27");
    }
}
