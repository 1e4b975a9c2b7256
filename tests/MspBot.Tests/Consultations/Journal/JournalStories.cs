using System.IO.Compression;
using MiniExcelLibs;
using MspBot.Host.Consultations.Journal;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Journal;

/// <summary>How a tutor keeps the journal and hands it in.</summary>
public sealed class JournalStories(TestCluster cluster)
{
    [Fact]
    public async Task A_visit_is_written_down_corrected_and_taken_away()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = (await world.Tutor(1), await world.Teacher(2));
        teacher.StartedEarlier();
        await tutor.Types("/journal");
        await tutor.Sees("Записей пока нет");
        await tutor.Taps("Добавить запись");
        await tutor.Types("20.11");
        await tutor.Taps("Посещение урока");
        await tutor.Taps("Педагог");
        await tutor.Taps("Иванова");
        await tutor.Taps("Пропустить");
        await tutor.Sees("О чём это было?");
        await tutor.Types("Урок в 6 классе");
        await tutor.Sees("Сколько это длилось?");
        await tutor.Types("40");
        await tutor.Sees("Что вы порекомендовали?");
        await tutor.Types("Больше парной работы");
        await tutor.Sees("Что получилось?");
        await tutor.Taps("Пропустить");
        await tutor.Taps("Всё верно");
        await tutor.Sees("Рекомендация отправлена педагогу");
        await teacher.Sees("Больше парной работы");

        await tutor.Taps("Изменить минуты");
        await tutor.Types("сорок");
        await tutor.Sees("от 5 до 600");
        await tutor.Types("50");
        await tutor.Sees("50 минут");
        await tutor.Taps("Изменить тему");
        await tutor.Types("Урок в 7 классе");
        await tutor.Sees("Урок в 7 классе");
        await tutor.Taps("← Ноябрь 2026");
        await tutor.Sees("1 запись, 50 минут");
        await tutor.Taps("20.11");
        await tutor.Taps("Удалить запись");
        await tutor.Taps("Да, удалить запись");
        await tutor.Sees("записей нет");
        await tutor.TapsAgain();
        Assert.Equal(0, await world.Sql<int>("select count(*) from journal_entry"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Theory]
    [InlineData("завтра")]
    [InlineData("25.11")]
    [InlineData("01.09.2026")]
    [InlineData("30.02")]
    [InlineData("когда-то")]
    public async Task A_day_that_was_not_or_is_too_long_ago_is_refused_and_asked_again(string typed)
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.Tutor(1);
        await tutor.Types("/journal");
        await tutor.Taps("Добавить запись");
        await tutor.Types(typed);
        await tutor.Sees("не раньше чем 60 дней назад");
        await tutor.Types("вчера");
        await tutor.Sees("Что это было?");
    }

    [Fact]
    public async Task A_teacher_who_is_no_tutor_has_no_journal_and_nobody_opens_anothers_line()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher, other) = (await world.Tutor(1), await world.Teacher(2), await world.Tutor(3, "Сидоров Борис Олегович"));
        var id = await world.Entry(tutor, new(2026, 11, 20), recommendation: "Тайна");
        await teacher.Types("/journal");
        await teacher.Sees("недоступно");
        await other.Types("/journal");
        foreach (var who in new[] { teacher, other })
        {
            await world.Idle();
            var menu = who.Chat.Last(m => m.FromBot);
            foreach (var forged in (string[])[$"c:je:{id}:show", $"c:je:{id}:gone", $"c:je:{id}:del", $"n:journal-edit:{id}.Minutes",
                $"n:journal-edit:{id}.Nonsense", "n:journal-edit:", "c:j:202611:xlsx", "c:j:999999999:show:zz", $"c:j:202611:show:5"])
                await who.TapsData(menu, forged);
            await world.Idle();
            Assert.DoesNotContain(who.Chat, m => m.Text.Contains("Тайна", StringComparison.Ordinal)
                || m.Text.Contains(JournalStage.Topic, StringComparison.Ordinal));
        }
        Assert.Equal(1, await world.Sql<int>("select count(*) from journal_entry"));
        Assert.DoesNotContain(teacher.Chat, m => m.File is not null);
    }

    [Fact]
    public async Task Thirteen_lines_stand_on_three_pages_of_a_month()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.Tutor(1);
        foreach (var day in Enumerable.Range(1, 13)) await world.Entry(tutor, new(2026, 11, day));
        await tutor.Types("/journal");
        await tutor.Taps("Ноябрь 2026 · 13 записей");
        await tutor.SeesButton("13.11");
        await tutor.Taps("›");
        await tutor.SeesButton("07.11");
        await tutor.Taps("›");
        await tutor.SeesButton("01.11");
        await tutor.Taps("‹");
        await tutor.SeesButton("07.11");
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("x 2026-11-01")]
    [InlineData("99999999999999999999 2026-11-01")]
    [InlineData("7 ноябрь")]
    [InlineData("7 2026-11-01 8")]
    public async Task A_message_that_names_no_month_of_a_journal_has_no_table(string of) =>
        Assert.Null(await new JournalFileMaker(null!, null!).Make(of));

    [Fact]
    public async Task The_month_in_excel_has_these_columns_real_values_and_no_private_word()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = (await world.Tutor(1), await world.Teacher(2));
        await world.Entry(tutor, new(2026, 11, 3), teacher, "=HYPERLINK(1)", 40, "@SUM(1)");
        await world.Entry(tutor, new(2026, 11, 4), topic: "-2+3", recommendation: "+7 900");
        await world.Entry(tutor, new(2026, 10, 31), topic: "другой месяц");
        await world.Sql<int>("update journal_entry set private_note = 'СЕКРЕТ'");
        await tutor.Types("/journal");
        await tutor.Taps("Ноябрь 2026");
        await tutor.Taps("Месяц в Excel");
        var file = await tutor.SeesFile("журнал-2026-11-Петрова.xlsx");

        using var content = new MemoryStream(file.Bytes.ToArray());
        var rows = MiniExcel.Query(content, useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(["дата", "школа", "педагог", "тема", "форма", "минуты", "рекомендация", "результат"], rows[0].Keys);
        Assert.Equal(2, rows.Count);
        Assert.Equal(new DateTime(2026, 11, 3), rows[0]["дата"]);
        Assert.Equal(40.0, Convert.ToDouble(rows[0]["минуты"], null));
        Assert.Equal(("Школа № 2", "Иванова Мария Петровна", "=HYPERLINK(1)", "посещение урока", "@SUM(1)", "состоялось"),
            (rows[0]["школа"], rows[0]["педагог"], rows[0]["тема"], rows[0]["форма"], rows[0]["рекомендация"], rows[0]["результат"]));
        Assert.Equal(("-2+3", "+7 900"), (rows[1]["тема"], rows[1]["рекомендация"]));

        using var parts = new ZipArchive(content);
        var sheet = await new StreamReader(parts.GetEntry("xl/worksheets/sheet1.xml")!.Open()).ReadToEndAsync();
        Assert.DoesNotContain("<x:f", sheet);
        Assert.Contains("autoFilter", sheet);
        Assert.DoesNotContain("wrapText=\"0\"", await new StreamReader(parts.GetEntry("xl/styles.xml")!.Open()).ReadToEndAsync());
        Assert.Contains("state=\"frozen\"", sheet);
        Assert.Contains("fitToWidth=\"1\"", sheet);
        foreach (var part in parts.Entries) Assert.DoesNotContain("СЕКРЕТ", await new StreamReader(part.Open()).ReadToEndAsync());
    }

    [Fact]
    public async Task Of_an_erased_teacher_the_numbers_stay_and_the_words_go()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = (await world.Tutor(1), await world.Teacher(2));
        await world.Entry(tutor, new(2026, 11, 3), teacher, "Иванова на уроке", 40, "Иванова, читайте");
        await world.Entry(tutor, new(2026, 11, 4), topic: "Другое");
        await world.Sql<int>(
            "update journal_entry set private_note = 'Иванова волнуется', result = 'Иванова довольна' where teacher_id is not null");
        await teacher.Types("/profile");
        await teacher.Taps("Удалить мои данные");
        await teacher.Taps("Да, удалить всё обо мне");
        await teacher.Sees("Готово");

        await tutor.Types("/journal");
        await tutor.Taps("Ноябрь 2026 · 2 записи");
        Assert.DoesNotContain("Иванова", await tutor.Sees("данные удалены"));
        await tutor.Taps("03.11");
        Assert.DoesNotContain("Иванова", await tutor.Sees("данные удалены"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from journal_entry j where j::text like '%Иванова%'"));
        Assert.Equal(1, await world.Sql<int>("select count(*) from journal_entry where topic = 'Другое'"));
    }
}
