using MspBot.Domain.Broadcasts;
using MspBot.Domain.People;
using MspBot.Sandbox;
using MspBot.Tests.Plan;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Broadcasts.Composing;

/// <summary>A broadcast is shown exactly as it will look, with its size, before anybody is sent it.</summary>
public sealed class ComposeStories(TestCluster cluster)
{
    [Fact]
    public async Task The_message_comes_first_and_under_it_who_gets_it_and_who_does_not()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        for (var n = 1; n <= 3; n++) await world.Reader(100 + n, $"Иванова Мария Петровна");
        await world.Reader(110, "Блокова Инна Олеговна");
        await world.Reader(111, "Тихая Анна Олеговна");
        await world.Sql<int>("""
            update person set reachable = false where chat_id = 110;
            update person set broadcasts = false where chat_id = 111
            """);
        await Composes(head, "Всем участникам", "Коллеги, <b>встреча</b> в 15:00");
        var message = head.Chat.Single(m => m.FromBot && m.Text == "Коллеги, <b>встреча</b> в 15:00");
        Assert.Contains(message.Buttons, row => row.Any(button => button.Label == "Не присылать такое"));
        var card = await head.SeesMessage("Рассылка ещё не отправлена");
        Assert.True(card.Id > message.Id);
        Assert.Contains("Получат 3 человека из 3 школ.", card.Text, StringComparison.Ordinal);
        Assert.Contains("Не получат: 1 остановил бота, 1 выключил рассылки.", card.Text, StringComparison.Ordinal);
        Assert.Contains("Уйдёт через 2 минуты после нажатия", card.Text, StringComparison.Ordinal);
        await head.SeesButton("Отправить: 3");
        Assert.Equal(0, await world.Sql<int>("select count(*) from broadcast_recipient"));

        await head.Taps("Показать, кто получит");
        var list = await head.Sees("Кто получит");
        Assert.Contains("— Иванова М. П.", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Блокова", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Смирнова", list, StringComparison.Ordinal);
        await head.Taps("← К рассылке");
        await head.Taps("Отправить себе");
        await world.Idle();
        Assert.Equal(2, head.Chat.Count(m => m.FromBot && m.Text == "Коллеги, <b>встреча</b> в 15:00"));
        await head.Taps("Не присылать такое");
        await world.Idle();
        Assert.True(await world.Sql<bool>($"select broadcasts from person where chat_id = {World.HeadId}"));
    }

    [Fact]
    public async Task What_is_pressed_in_the_evening_says_when_it_goes()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        var reader = await world.Reader(101);
        await world.Pass(TimeSpan.FromHours(11));   // 21:00
        var id = await world.Broadcast(BroadcastState.Composed, []);
        await head.Opens($"c:bb:{id.Value}:show");
        await head.Sees("Сейчас вечер: уйдёт завтра в 8:00.");
        await head.Taps("Отправить: 1");
        await head.Sees("Уйдёт завтра в 8:00.");
        await world.Pass(TimeSpan.FromHours(10));
        Assert.DoesNotContain(reader.Chat, m => m.FromBot);
        await world.Pass(TimeSpan.FromHours(1));
        await reader.Sees(BroadcastCast.Words);
    }

    [Fact]
    public async Task Words_too_long_are_counted_and_nothing_is_lost()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        await world.Reader(101);
        await head.Types("/broadcast");
        await head.Taps("Новая рассылка");
        await head.Taps("Всем участникам");
        await head.Types(new string('я', 1240));
        await head.Sees("Текст длиннее 1000 знаков (1240). Сократите или приложите файлом.");
        await head.Types(new string('я', 1000));
        await head.Taps("Ничего не прикладывать");
        await head.SeesButton("Отправить: 1");
        // Of signs that a messenger counts twice half as many fit.
        await head.Taps("Изменить");
        await head.Taps("Текст");
        await head.Types(string.Concat(Enumerable.Repeat("😀", 501)));
        await head.Sees("(1002)");
    }

    [Fact]
    public async Task An_audience_of_nobody_has_no_button_to_send()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        await world.Reader(101);
        var id = await world.Broadcast(BroadcastState.Composed, [], audience: new Audience.OfRole(Role.Observer));
        await head.Opens($"c:bb:{id.Value}:show");
        var card = await head.SeesMessage("Сейчас получать некому.");
        Assert.DoesNotContain(card.Buttons, row => row.Any(button => button.Label.StartsWith("Отправить:", StringComparison.Ordinal)));
        await head.Opens($"c:bb:{id.Value}:send:1.0");
        await world.Idle();
        Assert.Equal("Composed", await world.Sql<string>("select state from broadcast"));
    }

    [Fact]
    public async Task A_mark_is_asked_of_school_heads_and_not_of_teachers()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        await world.Reader(101, role: "SchoolHead");
        var all = await world.Broadcast(BroadcastState.Composed, []);
        var heads = await world.Broadcast(BroadcastState.Composed, [], audience: new Audience.OfRole(Role.SchoolHead));
        await head.Opens($"c:bb:{all.Value}:show");
        var card = await head.SeesMessage("Рассылка ещё не отправлена");
        Assert.DoesNotContain(card.Buttons, row => row.Any(button => button.Label.Contains("отметку", StringComparison.Ordinal)));
        await head.Opens($"c:bb:{all.Value}:mark:1");
        await world.Idle();
        Assert.False(await world.Sql<bool>($"select acknowledge from broadcast where id = {all.Value}"));

        await head.Opens($"c:bb:{heads.Value}:show");
        await head.Taps("☐ Просить отметку");
        await head.Sees("Под сообщением будет кнопка «Ознакомлен(а)».");
        await head.SeesButton("☑ Просить отметку");
        // Another audience of which no mark is asked.
        await head.Taps("Изменить");
        await head.Taps("Кому");
        await head.Taps("Всем участникам");
        await head.Sees("Изменено. Вот как теперь это увидят.");
        Assert.False(await world.Sql<bool>($"select acknowledge from broadcast where id = {heads.Value}"));
    }

    [Fact]
    public async Task A_file_or_the_card_of_a_meeting_goes_with_it()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        var reader = await world.Reader(101);
        await world.Seminar();
        await head.Types("/broadcast");
        await head.Taps("Новая рассылка");
        await head.Taps("Всем участникам");
        await head.Types("Посмотрите, пожалуйста");
        await head.Taps("Файл или картинку");
        await head.SendsDocument("приказ.pdf", "%PDF-1.4 приказ"u8.ToArray());
        await head.Sees("Файл: приказ.pdf");
        await head.SeesFile("приказ");
        await head.Taps("Отправить: 1");
        await world.Pass(TimeSpan.FromMinutes(3));
        await reader.Sees("Посмотрите, пожалуйста");
        await reader.SeesFile("приказ");

        await head.Types("/broadcast");
        await head.Taps("Новая рассылка");
        await head.Taps("Всем участникам");
        await head.Types("Приходите на круглый стол");
        await head.Taps("Карточку мероприятия");
        await head.Taps("01.12 Читательская грамотность");
        await head.Taps("Отправить: 1");
        await head.Taps("Всё равно отправить: 1");
        await world.Pass(TimeSpan.FromMinutes(3));
        var message = await reader.SeesMessage("Приходите на круглый стол");
        Assert.Contains("Читательская грамотность", message.Text, StringComparison.Ordinal);
        await reader.TapsOn(message, "Открыть мероприятие");
        await reader.SeesButton("Записаться");
    }

    [Fact]
    public async Task What_is_not_sent_yet_can_be_dropped_and_is_seen_by_its_writer_alone()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        var other = (await SeminarCast.Teacher(world, 702, "Другова Вера Павловна", "Head")).StartedEarlier();
        var id = await world.Broadcast(BroadcastState.Composed, []);
        await other.Types("/broadcast");
        await other.Sees("Рассылок ещё не было.");
        await head.Types("/broadcast");
        await head.Sees("не отправлена");
        await head.Opens($"c:bb:{id.Value}:show");
        await head.Taps("Отмена");
        await head.Sees("Рассылка отменена: никому ничего не ушло.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from broadcast"));
    }

    [Fact]
    public async Task A_methodologist_writes_once_a_head_has_switched_it_on()
    {
        await using var world = await World.Open(cluster);
        (await world.HeadOfBroadcasts()).StartedEarlier();
        var methodologist = (await world.MethodologistOfBroadcasts(mayWrite: false)).StartedEarlier();
        await world.Reader(101);
        await methodologist.Types("/broadcast");
        await methodologist.Sees("Рассылки вам пока не разрешены.");
        await methodologist.Opens("n:broadcast-new");
        await world.Idle();
        Assert.DoesNotContain(methodologist.Chat, m => m.Text.Contains("Кому написать?", StringComparison.Ordinal));
        await world.Sql<int>($"""
            insert into broadcast_right (person_id, given_by, at)
            select id, (select min(person_id) from person_role where role = 'Head'), {world.Now} from person where chat_id = 701
            """);
        await Composes(methodologist, "Всем участникам", "Методический день в среду");
        await methodologist.SeesButton("Отправить: 2");
    }

    internal static async Task Composes(Visitor who, string whom, string words)
    {
        await who.Types("/broadcast");
        await who.Taps("Новая рассылка");
        await who.Taps(whom);
        await who.Types(words);
        await who.Taps("Ничего не прикладывать");
        await who.Sees("Рассылка ещё не отправлена");
    }
}
