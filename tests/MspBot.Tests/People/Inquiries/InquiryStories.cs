using MspBot.Domain.People;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Inquiries;

/// <summary>«Спросить человека»: from /help to a head and back.</summary>
public sealed class InquiryStories(TestCluster cluster)
{
    [Fact]
    public async Task A_question_reaches_the_head_and_the_answer_comes_back_and_both_go_on()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        await Asks(anna, "Можно прийти <вдвоём> & \"раньше\"?");
        await head.Sees("Можно прийти <вдвоём> & \"раньше\"?");
        await head.Taps("Ответить");
        await head.Sees("Спрашивает Иванова М. П.");
        await head.Types("Можно, ждём.");
        await head.Sees("Ответ отправлен: Иванова М. П.");

        await anna.Sees("Можно, ждём.");
        await anna.Taps("Ответить");
        await anna.Types("Спасибо! А запись будет?");
        await anna.Sees("Отправлено руководителю");
        await head.Sees("Спасибо! А запись будет?");
        await head.Taps("Ответить");
        await head.Types("Будет.");
        await anna.Sees("Будет.");
        await anna.SeesButton("Спросить ещё");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_second_head_sees_who_has_answered_and_nothing_typed_is_lost()
    {
        await using var world = await World.Open(cluster);
        var (head, vera, anna) = (await world.Head(), await world.Teacher(5, "Белова Вера Олеговна"), await world.Teacher(1));
        await world.Grant(5, Role.Head);
        await Asks(anna, "Когда семинар?");
        await vera.Sees("Когда семинар?");
        await vera.Taps("Ответить");
        await vera.Sees("Что ответить?");
        await head.Sees("Когда семинар?");
        await head.Taps("Ответить");
        await head.Types("В пятницу.");
        await head.Sees("Ответ отправлен");

        await vera.Types("В четверг!");
        await vera.Sees("На этот вопрос уже есть ответ (Орлова Н. С.)");
        await vera.Taps("Не отправлять");
        await vera.Sees("второй ответ не отправлен");
        await anna.Sees("В пятницу.");
        await anna.DoesNotSee("В четверг!");

        await vera.Types("/menu");
        await vera.DoesNotSee("ждёт вашего ответа");
        await vera.TapsData(vera.Chat.Last(m => m.FromBot), "c:inq:1:show");
        await vera.Sees("Ответ дан: Орлова Н. С.");
        await vera.SeesButton("Дополнить ответ");
    }

    [Fact]
    public async Task Also_a_second_answer_can_be_sent()
    {
        await using var world = await World.Open(cluster);
        var (head, vera, anna) = (await world.Head(), await world.Teacher(5, "Белова Вера Олеговна"), await world.Teacher(1));
        await world.Grant(5, Role.Head);
        await Asks(anna, "Когда семинар?");
        await Answers(head, "В пятницу.");
        await world.Idle();
        await vera.Taps("Ответить");
        await vera.Types("В 15:00.");
        await vera.Taps("Отправить и мой ответ");
        await vera.Sees("Ответ отправлен");
        await anna.Sees("В 15:00.");
    }

    [Fact]
    public async Task A_head_who_was_not_there_finds_it_in_the_menu()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        await head.Blocks();
        await world.Idle();
        await Asks(anna, "Есть кто живой?");
        await world.Idle();
        await head.Unblocks();
        await head.Types("/menu");
        await head.Sees("Вопрос ждёт вашего ответа: Иванова М. П.");
        await head.Taps("Открыть вопрос");
        await Answers(head, "Есть.");
        await anna.Sees("Есть.");
        await head.Types("/menu");
        await head.DoesNotSee("ждёт вашего ответа");
    }

    [Fact]
    public async Task Five_without_an_answer_are_enough_for_a_day()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        for (var n = 1; n <= 5; n++) await Asks(anna, $"Вопрос {n}");
        await anna.Types("/help");
        await anna.Taps("Спросить человека");
        await anna.Sees("пять сообщений без ответа");
        await Answers(head, "Отвечаю.");
        await anna.Sees("Отвечаю.");
        await Asks(anna, "Вопрос 6");
        await world.Pass(TimeSpan.FromHours(25));
        await Asks(anna, "Вопрос 7");
        Assert.Equal(7, await world.Sql<int>("select count(*) from inquiry"));
    }

    [Fact]
    public async Task In_the_middle_of_a_form_help_offers_it_as_well()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await anna.Types("/profile");
        await anna.Taps("Изменить имя");
        await anna.Sees("Как вас зовут?");
        await anna.Types("/help");
        await anna.Taps("Спросить человека");
        await anna.Sees("Что спросить");
    }

    [Fact]
    public async Task At_night_the_question_waits_for_the_morning()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        await world.Pass(TimeSpan.FromHours(13));
        await Asks(anna, "Не спится");
        await head.DoesNotSee("Не спится");
        await world.Pass(TimeSpan.FromHours(9));
        await head.Sees("Не спится");
    }

    [Fact]
    public async Task Of_an_erased_person_no_question_is_left_nor_sent_later()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        await Asks(anna, "Дневной секрет");
        await head.Sees("Дневной секрет");
        var card = head.Chat.Last(m => m.Text.Contains("Дневной секрет", StringComparison.Ordinal));
        await world.Pass(TimeSpan.FromHours(13));
        await Asks(anna, "Ночной секрет");
        await anna.Types("/profile");
        await anna.Taps("Что хранится");
        await anna.Sees("Ваши вопросы руководителю и ответы на них: 2");
        await anna.Taps("Удалить мои данные");
        await anna.Taps("Да, удалить всё обо мне");
        await anna.Sees("больше нет");
        await world.Idle();
        Assert.False(await PeopleDesk.Mentions(world.Database.ConnectionString, "секрет"));
        await world.Pass(TimeSpan.FromHours(9));
        await head.DoesNotSee("Ночной секрет");
        await head.TapsOn(card, "Ответить");
        await head.Sees("Этого больше нет");
    }

    [Fact]
    public async Task Of_an_erased_head_no_answer_is_left()
    {
        await using var world = await World.Open(cluster);
        var (head, vera, anna) = (await world.Head(), await world.Teacher(5, "Белова Вера Олеговна"), await world.Teacher(1));
        await world.Grant(5, Role.Head);
        await Asks(anna, "Когда?");
        await Answers(vera, "Секрет Веры");
        await anna.Sees("Секрет Веры");
        await vera.Types("/profile");
        await vera.Taps("Удалить мои данные");
        await vera.Taps("Да, удалить всё обо мне");
        await vera.Sees("больше нет");
        await world.Idle();
        Assert.False(await PeopleDesk.Mentions(world.Database.ConnectionString, "Секрет Веры"));
        await head.TapsOn(head.Chat.Last(m => m.Text.Contains("Когда?", StringComparison.Ordinal)), "Дополнить ответ");
        await head.Sees("Что ответить?");
    }

    [Theory]
    [InlineData("c:inq:1:show")]
    [InlineData("n:reply:1")]
    [InlineData("n:reply:x")]
    [InlineData("c:inq:99:show")]
    public async Task A_strangers_question_is_seen_and_answered_by_nobody_else(string forged)
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await Asks(anna, "Личное");
        await boris.TapsData(boris.Chat.Last(m => m.FromBot), forged);
        await boris.DoesNotSee("Личное");
        await boris.DoesNotSee("Что ответить");
        Assert.Equal(1, await world.Sql<int>("select count(*) from inquiry_word"));
    }

    [Fact]
    public async Task A_head_does_not_ask_themselves()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await head.Types("/help");
        var help = await head.SeesMessage("Что я умею");
        Assert.DoesNotContain(help.Buttons.SelectMany(r => r), b => b.Label == "Спросить человека");
        await head.TapsData(help, "n:ask");
        Assert.Equal("Это действие вам недоступно.", head.LastAlert);
    }

    [Fact]
    public async Task Too_long_a_question_says_how_much_fits()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await anna.Types("/help");
        await anna.Taps("Спросить человека");
        await anna.Types(new string('я', 1001));
        await anna.Sees("помещается не больше 1000");
        await anna.Types(new string('я', 1000));
        await anna.Sees("Вопрос отправлен");
    }

    private static async Task Asks(Visitor who, string words)
    {
        await who.Types("/help");
        await who.Sees("Что я умею");
        await who.Taps("Спросить человека");
        await who.Sees("Что спросить");
        await who.Types(words);
        await who.Sees("Вопрос отправлен");
    }

    private static async Task Answers(Visitor head, string words)
    {
        await head.Taps("Ответить");
        await head.Sees("Что ответить");
        await head.Types(words);
        await head.Sees("Ответ отправлен");
    }
}
