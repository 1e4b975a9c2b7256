using System.Globalization;
using MiniExcelLibs;
using MspBot.Sandbox;
using MspBot.Tests.Certificates;
using MspBot.Tests.Feedback;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Log;

/// <summary>«Журнал действий», «История», and what others did to one's own data.</summary>
public sealed class LogStories(TestCluster cluster)
{
    [Fact]
    public async Task A_head_reads_narrows_opens_and_takes_the_log()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        (await SeminarCast.Teacher(world, 20, "Иванова Анна Ивановна")).StartedEarlier();
        var seminar = await world.Seminar(startsIn: TimeSpan.FromHours(-1));
        await world.Came(seminar, came: null, 20);
        await Marks(world, head, seminar);
        await head.Types("/people");
        await head.Taps("Журнал действий");
        await head.Sees("отмечены участники: мероприятие «Читательская грамотность», 24.11");
        await head.Sees("Смирнова В. П. (руководитель площадки)");

        await head.Taps("Что");
        await head.Taps("Школы");
        await head.Sees("изменён список школ");
        await head.DoesNotSee("отмечены участники");
        await head.Taps("Показать все");
        await head.Taps("Кто");
        await head.Sees("Чьи действия показать?");
        await head.Types("смирн");
        await head.Taps("Смирнова В. П.");
        await head.Sees("Смирнова В. П.");
        await head.DoesNotSee("изменён список школ");
        await head.Taps("Кто");
        await head.Taps("Кто угодно");
        await head.Sees("изменён список школ");
        await head.Taps("Кто");
        await head.Taps("Смирнова В. П.");
        await head.Taps("За срок");
        await head.Taps("Сегодня");
        await head.Sees("отмечены участники");
        await world.Pass(TimeSpan.FromDays(1));
        await head.Taps("За срок");
        await head.Taps("Сегодня");
        await head.Sees("За этот срок действий нет. Выберите другой. Показано только: Смирнова В. П.");
        await head.Taps("За срок");
        await head.Taps("Ноябрь 2026");
        await head.Taps("Мероприятие «Читательская…");
        await head.Sees("Круглый стол");

        await head.Types("/people");
        await head.Taps("Журнал действий");
        await head.Taps("Скачать");
        var file = await head.SeesFile("журнал-действий.xlsx");
        var rows = Rows(file.Bytes.ToArray());
        Assert.Equal(["Дата, время", "Кто", "Роль", "Действие", "Над чем", "Подробности"], rows[0].Keys);
        Assert.Contains(rows, row => row["Действие"] is "отмечены участники" && row["Кто"] is "Смирнова В. П."
            && row["Подробности"] is string detail && detail.Contains("«был(а)»", StringComparison.Ordinal));
        await head.Types("/people");
        await head.Taps("Журнал действий");
        await head.Sees("взят файл: журнал действий");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Where_nothing_is_found_it_says_among_what_and_speaks_of_a_time_only_where_one_was_chosen()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        await head.Types("/menu");
        await world.Idle();
        await head.TapsData(head.Chat.Last(m => m.FromBot), "c:log:0:show:.Certificate.");
        await head.Sees("Таких действий нет: Сертификаты. Выберите другие или нажмите «Показать все».");
        await head.Taps("Скачать");
        await world.Idle();
        Assert.Equal("Скачивать нечего: таких действий нет.", head.LastAlert);
        await head.Types("/menu");
        await world.Idle();
        await head.TapsData(head.Chat.Last(m => m.FromBot), "c:log:0:show:..202001");
        await head.Sees("За этот срок действий нет. Выберите другой.");
        await head.DoesNotSee("Показано только");
    }

    [Fact]
    public async Task The_leader_reads_the_history_of_their_own_meeting_and_of_no_other()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        var tutor = (await SeminarCast.Teacher(world, 30, "Петрова Ольга Павловна", "Tutor")).StartedEarlier();
        var mine = await world.Seminar(startsIn: TimeSpan.FromHours(-1), title: "Моя встреча");
        var other = await world.Seminar(title: "Чужая встреча");
        await world.Leads(mine, 30);
        (await SeminarCast.Teacher(world, 20)).StartedEarlier();
        await world.Came(mine, came: null, 20);
        await Marks(world, head, mine);

        await tutor.Types("/menu");
        await world.Idle();
        await tutor.TapsData(tutor.Chat.Last(m => m.FromBot), $"c:s:{mine}:show");
        await tutor.Taps("История");
        await tutor.Sees("Мероприятие «Моя встреча», 24.11");
        await tutor.Sees("Смирнова В. П. (руководитель площадки) · отмечены участники");
        await tutor.TapsData(tutor.Chat.Last(m => m.FromBot), $"c:past-Seminar:{other}:show");
        await tutor.Sees("Этого больше нет или оно вам недоступно.");
        await tutor.Types("/menu");
        await world.Idle();
        await tutor.TapsData(tutor.Chat.Last(m => m.FromBot), "c:log:0:show");
        await tutor.Sees("Этого больше нет или оно вам недоступно.");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_person_sees_what_others_did_to_theirs_and_leaves_no_name_behind()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        var anna = (await SeminarCast.Teacher(world, 20, "Иванова Анна Ивановна", "Observer")).StartedEarlier();
        var person = await world.Sql<long>("select id from person where chat_id = 20");
        await head.Types("/menu");
        await world.Idle();
        await head.TapsData(head.Chat.Last(m => m.FromBot), $"c:person:{person}:ask:Observer");
        await head.Taps("Да, снять роль");
        await world.Idle();

        await anna.Types("/profile");
        await anna.Taps("Что хранится");
        await anna.Sees("Что с вашими данными делали другие:");
        await anna.Sees("Смирнова В. П. (руководитель площадки) · снята роль: Иванова А. И., наблюдатель");

        await anna.Types("/profile");
        await anna.Taps("Удалить мои данные");
        await anna.Taps("Да, удалить всё обо мне");
        await anna.Sees("ваших данных у нас больше нет");
        await head.Types("/people");
        await head.Taps("Журнал действий");
        await head.Sees("данные удалены (педагог) · удалены данные: данные удалены");
        await head.Sees("снята роль: данные удалены, наблюдатель");
        await head.Taps("Данные удалены");
        Assert.Equal("Этого больше нет; что было, видно в строке.", head.LastAlert);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_file_of_settings_that_has_changed_is_a_line()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        await world.Sql<int>("update settings_seen set checksum = 1 where file = 'Days'");
        await world.RestartBot();
        await world.RestartBot();

        await head.Types("/people");
        await head.Taps("Журнал действий");
        await head.Sees("бот · изменены настройки, рабочие и нерабочие дни");
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'SettingsChanged'"));
    }

    private static async Task Marks(World world, Visitor head, long seminar)
    {
        await head.Types("/menu");
        await world.Idle();
        await head.TapsData(head.Chat.Last(m => m.FromBot), string.Create(CultureInfo.InvariantCulture, $"c:at:{seminar}:all"));
        await world.Idle();
    }

    private static List<IDictionary<string, object?>> Rows(byte[] xlsx)
    {
        using var file = new MemoryStream(xlsx);
        return [.. file.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>()];
    }
}
