using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Registration;

/// <summary>From the first /start to the menu.</summary>
public sealed class RegistrationStories(TestCluster cluster)
{
    [Fact]
    public async Task A_teacher_registers_and_a_wrong_answer_says_why()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Visitor(1);
        await anna.Types("/start");
        await anna.Sees("закон 152-ФЗ");
        await anna.Taps("Согласен");
        await anna.Sees("Как вас зовут?");

        foreach (var (typed, why) in new[]
        {
            ("Анна", "Одного слова мало"), ("Анна 2", "не бывает цифр"), ("<b>&\"", "пишется буквами"), ("Анна 🌷", "пишется буквами"),
            (new string('ж', 4096), "Слишком длинно"), ("Я Анна Петровна из школы номер", "Слишком много слов"),
        })
        {
            await anna.Types(typed);
            var again = await anna.Sees(why);
            Assert.Contains("Иванова Мария Петровна", again, StringComparison.Ordinal);
        }

        await anna.Types("  Смирнова   Анна-Мария ");
        await anna.Sees("Где вы работаете?");
        await anna.SeesButton("Моей школы нет");
        await anna.Types("громов");
        await anna.Sees("Найдено по «громов»: 1");
        await anna.Taps("МОУ «Громовская СОШ»");
        await anna.Sees("Кем вы работаете?");
        await anna.Types("🌷");
        await anna.Sees("Не похоже на должность");
        await anna.Types("Учитель-логопед <1>");
        await anna.Sees("Что вы преподаёте?");
        await anna.Taps("Готово");
        await anna.Sees("Отметьте хотя бы один вариант");
        await anna.Taps("Математика");
        await anna.Taps("Физика");
        await anna.Taps("Готово (2)");
        var summary = await anna.Sees("Проверьте, всё ли верно");
        foreach (var answer in (string[])["ФИО: Смирнова Анна-Мария", "Школа: МОУ «Громовская СОШ»", "Должность: Учитель-логопед <1>",
            "Предметы: Математика, Физика"])
            Assert.Contains(answer, summary, StringComparison.Ordinal);
        await anna.Taps("Всё верно");
        await anna.Sees("Вы зарегистрированы");
        await anna.Sees("Меню");

        await anna.Types("/profile");
        Assert.Contains("Учитель-логопед <1>", await anna.Sees("Смирнова Анна-Мария"), StringComparison.Ordinal);
        Assert.Contains(anna.Commands, c => c.Command == "profile");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Any_answer_can_be_changed_on_the_summary_and_on_the_way()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Visitor(1);
        await anna.Types("/start");
        await anna.Sees("закон 152-ФЗ");
        await anna.Taps("Согласен");
        await anna.Types("Смирнова Анна");
        await anna.Sees("Где вы работаете?");
        await anna.Taps("← Назад");
        await anna.Sees("Как вас зовут?");
        await anna.Types("Смирнова Анна Олеговна");
        await anna.Sees("Где вы работаете?");
        await anna.Taps("МОУ «СОШ № 4»");
        await world.RestartBot();
        await anna.Taps("Директор");
        await anna.Taps("Другое");
        await anna.Taps("Готово (1)");
        await anna.Taps("Изменить");
        await anna.Taps("Должность: Директор");
        await anna.Sees("Кем вы работаете?");
        await anna.Taps("Методист");
        var summary = await anna.Sees("Должность: Методист");
        Assert.Contains("ФИО: Смирнова Анна Олеговна", summary, StringComparison.Ordinal);
        Assert.Contains("Предметы: Другое", summary, StringComparison.Ordinal);
        await anna.Taps("Всё верно");
        await anna.Sees("Вы зарегистрированы");
        Assert.Equal(1, await world.Sql<long>("select count(*) from person"));
    }

    [Fact]
    public async Task An_old_door_opens_the_menu_and_registers_nobody_twice()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Visitor(1);
        await anna.Types("/start");
        await anna.Sees("закон 152-ФЗ");
        var door = anna.Chat.Last(m => m.FromBot);
        await anna.Types("/start");
        await anna.Sees("закон 152-ФЗ");
        await world.Teacher(1);

        await anna.TapsOn(door, "Согласен");
        await anna.Sees("Меню");
        Assert.Equal("Вы уже зарегистрированы.", anna.LastToast);
        await anna.TapsData(door, "n:register:1795500000.");
        await anna.TapsData(door, "c:door:0:no");
        await world.Idle();
        Assert.Equal(1, await world.Sql<long>("select count(*) from person"));
    }

    [Fact]
    public async Task A_form_that_was_left_is_gone_on_with()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Visitor(1);
        await anna.Types("/start");
        await anna.Sees("закон 152-ФЗ");
        await anna.Taps("Согласен");
        await anna.Types("Смирнова Анна");
        await anna.Sees("Где вы работаете?");
        await anna.Types("/start");
        await anna.Sees("закон 152-ФЗ");
        await anna.Taps("Согласен");
        await anna.Sees("Вы не закончили регистрацию. Продолжить?");
        await anna.Taps("Продолжить");
        await anna.Sees("Где вы работаете?");
    }

    [Fact]
    public async Task The_site_is_shown_to_anyone_with_its_head()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Visitor(1);
        await anna.Types("/about");
        var before = await anna.Sees("235-р от 1 марта 2021");
        Assert.Contains("Руководитель: пока не назначен", before, StringComparison.Ordinal);
        await world.Head();
        await anna.Types("/about");
        await anna.Sees("Руководитель: Орлова Нина Сергеевна");
        await anna.Taps("Зарегистрироваться");
        await anna.Sees("закон 152-ФЗ");
    }

    [Fact]
    public async Task Whoever_blocks_the_bot_is_known_to_be_out_of_reach()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await anna.Blocks();
        await world.Idle();
        Assert.False(await world.Sql<bool>("select reachable from person"));
        await anna.Unblocks();
        await world.Idle();
        Assert.True(await world.Sql<bool>("select reachable from person"));
    }
}

/// <summary>A link of these tests alone.</summary>
internal sealed class DoorbellLink : StartLink
{
    public override string Prefix => "bell_";

    public override Task Open(Turn turn, string rest)
    {
        turn.Show(new Screen(Html.Of($"Звонок {rest}")));
        return Task.CompletedTask;
    }
}
