using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MspBot.Data.People.Schools;
using MspBot.Domain.Materials;
using MspBot.Domain.People;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using MspBot.Tests.Surveys.Summary;
using Xunit;

namespace MspBot.Tests.Materials.Papers;

/// <summary>The register of those who count, and an author's paper: people, not presses; handed out apart from taken.</summary>
public sealed class MaterialPaperStories(TestCluster cluster)
{
    [Fact]
    public async Task The_register_lists_what_the_library_has_shown_with_people_and_not_presses()
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfLibrary();
        var (author, reader, other) = (await world.AuthorOfLibrary(), await world.ReaderOfLibrary(),
            await world.ReaderOfLibrary(713, "Белова Вера Олеговна"));
        var topic = await world.Topic("Функциональная грамотность");
        var shown = await world.Material("Проценты, 6 класс", author, topics: [topic], subjects: ["Математика"], grades: (5, 6),
            coauthors: ["Сидоров Пётр"]);
        await world.Material("Старый тест", author, MaterialState.Hidden, MaterialKind.Assessment, grades: (7, 7));
        foreach (var state in new[] { MaterialState.Checking, MaterialState.Offered, MaterialState.Returned })
            await world.Material($"Не показан {state}", author, state);
        await world.Material("Только участникам", author, inLibrary: false);
        await world.Taken(shown, reader);
        await world.Taken(shown, author);
        await world.Sql<int>($"update material_taken set times = 9 where material_id = {shown.Value}");
        await world.HandedOut(shown, other, reader);

        await head.Opens("c:lr:0:show");
        await head.Sees("В реестре 2 разработки");
        await head.Taps("Скачать реестр");
        var rows = Rows((await head.SeesFile("Реестр разработок 24.11.2026")).Bytes.ToArray());
        Assert.Equal("№ | Название | Вид | Авторы | Школа | Предмет, классы | Темы | Дата | Редакция | Скачали | Роздано", rows[0]);
        Assert.Equal("1 | Проценты, 6 класс | Разработка урока | Петрова Анна Ивановна, Сидоров Пётр | Школа № 711 | "
            + "Математика; 5–6 классы | Функциональная грамотность | 46350 | 1 | 1 | 2", rows[1]);
        Assert.StartsWith("2 | Старый тест (убрана из библиотеки) | Диагностика | Петрова Анна Ивановна | Школа № 711 | 7 класс |", rows[2],
            StringComparison.Ordinal);
        Assert.Equal(3, rows.Count);
        Assert.Equal("MaterialRegister 2 Head", await Logged(world));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Only_those_who_count_take_the_register()
    {
        await using var world = await World.Open(cluster);
        var author = await world.AuthorOfLibrary();
        var observer = await SeminarCast.Teacher(world, 714, "Наблюдателева Ольга Львовна", "Observer");
        await observer.Opens("c:lr:0:show");
        await observer.Sees("В библиотеке ещё ничего нет");
        await world.Material("Проценты, 6 класс", author);
        foreach (var press in new[] { "c:lr:0:show", "c:lr:0:take" })
        {
            await author.Opens(press);
            await author.Sees("Этого больше нет или оно вам недоступно.");
        }
        Assert.Null(await Logged(world));
    }

    [Fact]
    public async Task An_author_takes_a_paper_in_which_each_teacher_counts_once()
    {
        await using var world = await World.Open(cluster);
        var (author, reader, other) = (await world.AuthorOfLibrary(), await world.ReaderOfLibrary(),
            await world.ReaderOfLibrary(713, "Белова Вера Олеговна"));
        var first = await world.Material("Проценты, 6 класс", author, subjects: ["Математика"], grades: (6, 6));
        var second = await world.Material("Дроби", author);
        foreach (var material in new[] { first, second })
        {
            await world.Taken(material, reader);
            await world.Taken(material, author);
        }
        await world.Taken(second, other);
        await world.HandedOut(first, other);

        await author.Opens("c:crt:0:show");
        await author.Taps("Справка о распространении");
        await author.Sees("Ваших разработок в библиотеке: 2. Скачали 2 педагога из 2 школ. На встречах роздано 1 педагогу из 1 школы.");
        await author.Taps("Скачать справку");
        var words = PaperText.Of((await author.SeesFile("Справка о распространении 24.11.2026")).Bytes.ToArray());
        Assert.Contains("Выдана: Петрова Анна Ивановна, учитель, Школа № 711.", words, StringComparison.Ordinal);
        Assert.Contains("Разработка урока. «Проценты, 6 класс». Математика; 6 класс24.11.20261 педагог из 1 школы1 педагог из 1 школы",
            words, StringComparison.Ordinal);
        Assert.Contains("«Дроби»24.11.20262 педагога из 2 школ0", words, StringComparison.Ordinal);
        Assert.Contains("Всего2 разработки2 педагога из 2 школ1 педагог из 1 школы", words, StringComparison.Ordinal);
        Assert.Equal("MaterialSpread 2 Tutor", await Logged(world));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Who_moves_or_leaves_stays_counted_at_the_school_where_they_worked_then()
    {
        await using var world = await World.Open(cluster);
        var (author, reader, other) = (await world.AuthorOfLibrary(), await world.ReaderOfLibrary(),
            await world.ReaderOfLibrary(713, "Белова Вера Олеговна"));
        var material = await world.Material("Дроби на кухне", author);
        foreach (var one in new[] { reader, other }) await world.Taken(material, one);
        await world.HandedOut(material, reader, other);
        await world.Moves(reader.Id, await world.Sql<long>($"select school_id from person where chat_id = {other.Id}"));
        await other.Types("/profile");
        await other.Taps("Удалить мои данные");
        await other.Taps("Да, удалить всё обо мне");
        await world.Idle();
        await author.Opens("c:lsp:0:show");
        await author.Sees("Скачали 2 педагога из 2 школ. На встречах роздано 2 педагогам из 2 школ.");
    }

    [Fact]
    public async Task A_school_that_joins_another_leaves_it_its_materials()
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfLibrary();
        var (author, reader) = (await world.AuthorOfLibrary(), await world.ReaderOfLibrary());
        await world.Material("Дроби на кухне", author);
        var school = $"select school_id from person where chat_id = {author.Id}";
        await world.Sql<int>($"update school set confirmed_at = null where id = ({school})");
        var (from, into) = (new SchoolId(await world.Sql<long>(school)),
            new SchoolId(await world.Sql<long>($"select school_id from person where chat_id = {reader.Id}")));
        Assert.NotNull(await world.Turn((SchoolStore schools) => schools.Merge(from, into)));
        await head.Opens("c:lr:0:take");
        Assert.Contains("| Школа № 712 |", Rows((await head.SeesFile("Реестр разработок")).Bytes.ToArray())[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_author_of_anything_shown_gets_a_sentence_and_no_paper()
    {
        await using var world = await World.Open(cluster);
        var author = await world.AuthorOfLibrary();
        await world.Material("Чужая", author, byAuthor: false);
        await world.Material("На рассмотрении", author, MaterialState.Offered);
        await author.Opens("c:lsp:0:show");
        await author.Sees("Справку можно взять, когда в библиотеке появится ваша разработка.");
        await author.Opens("c:lsp:0:take");
        await author.Opens("c:crt:0:show");
        await author.Sees("Сертификаты");
        await world.HasNoButton(author, "Справка о распространении");
        Assert.Null(await Logged(world));
    }

    [Fact]
    public async Task Erased_authors_are_in_the_register_without_their_name()
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfLibrary();
        var author = await world.AuthorOfLibrary();
        await world.Material("Проценты, 6 класс", author);
        await author.Types("/profile");
        await author.Taps("Удалить мои данные");
        await author.Taps("Да, удалить всё обо мне");
        await world.Idle();
        await head.Opens("c:lr:0:take");
        var rows = Rows((await head.SeesFile("Реестр разработок")).Bytes.ToArray());
        Assert.Contains("участник, удаливший данные", rows[1], StringComparison.Ordinal);
    }

    private static Task<string?> Logged(World world) => world.Sql<string?>("""
        select string_agg(concat_ws(' ', detail ->> 'file', detail ->> 'rows', role), ', ' order by id)
        from action_log where action = 'FileTaken'
        """);

    private static List<string> Rows(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        return [.. document.WorkbookPart!.WorksheetParts.First().Worksheet!.Descendants<Row>()
            .Select(row => string.Join(" | ", row.Elements<Cell>().Select(cell => cell.InnerText)))];
    }
}
