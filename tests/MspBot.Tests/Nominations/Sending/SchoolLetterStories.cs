using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations;
using MspBot.Sandbox;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Sending;

/// <summary>Teachers whom no message reaches hear of a meeting from their school.</summary>
public sealed class SchoolLetterStories(TestCluster cluster)
{
    private const string Ivanova = "Иванова М. П.";

    [Fact]
    public async Task A_newcomer_comes_by_the_schools_link_registers_there_and_takes_the_schools_place()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await NominationStories.School(world);
        var id = await world.Seminar(seats: 1);
        await world.Sql<int>($"""
            insert into school_seat (seminar_id, school_id, until) select {id}, id, {world.Now} + interval '3 days' from school
            where name = '{SchoolCast.Ours}'
            """);
        await NominationStories.Choose(head, world);
        await head.Taps("Позвать тех, кого нет в боте");
        var letter = await head.SeesMessage($"{SchoolCast.Ours} приглашает своих педагогов на мероприятие");
        Phone.Holds(letter);
        Assert.True(letter.File is { Name: "invitation.png" });
        await head.Sees("Вы ещё никого не направили");
        await head.Taps("Позвать тех, кого нет в боте");
        await world.Idle();
        Assert.Equal(2, head.Chat.Count(m => m.Text == letter.Text));

        var olga = world.Visitor(7, "Ольга");
        await olga.Types($"/start {Argument(letter.Text)}");
        var preview = await olga.Sees($"Вас приглашает {SchoolCast.Ours}.");
        Assert.Contains("Читательская грамотность", preview, StringComparison.Ordinal);
        await olga.Taps("Согласен");
        await olga.Types("Орлова Ольга Ивановна");
        await olga.Sees("Кем вы работаете?");
        await olga.Taps("Учитель");
        await olga.Taps("Математика");
        await olga.Taps("Готово (1)");
        var summary = await olga.Sees("Проверьте, всё ли верно.");
        Assert.Contains($"Школа: {SchoolCast.Ours}", summary, StringComparison.Ordinal);
        await olga.Taps("Всё верно");
        await olga.Sees("Вы зарегистрированы");
        await olga.Taps("Записаться");
        await olga.Sees("Вы записаны");
        Assert.Equal(("Confirmed", 0), (await world.PlaceOf(7), await world.Sql<int>("select held from seminar")));

        // Somebody who is registered has nothing to fill in.
        await head.Types($"/start {Argument(letter.Text)}");
        await head.Sees("Мест нет, можно встать в лист ожидания");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Who_has_stopped_the_bot_is_counted_before_and_named_after_and_answers_by_the_schools_word()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Colleague(3, of: 2, "Орлов Борис Львович");
        await world.Seminar();
        await maria.Blocks();
        await world.Idle();
        await NominationStories.Choose(head, world);
        await head.TicksToSend($"{Ivanova} · без бота", "Орлов Б. Л.");
        await head.Taps("Пропустить");
        await head.Sees("Не получат сообщение: 1 (бот остановлен). Им можно будет передать через школу.");
        await head.Taps("Направить");
        await head.Sees($"{Ivanova}: ждём ответа до чт, 26 ноября, 10:00 · остановил(а) бота");
        await head.Taps("Передать через школу");
        var letter = await head.SeesMessage("Школа направляет вас на мероприятие");
        Phone.Holds(letter);
        Assert.Contains($"Кому: {Ivanova}\n", letter.Text, StringComparison.Ordinal);

        await maria.Unblocks();
        await maria.Types($"/start {Argument(letter.Text)}");
        await maria.Taps("Участвовать");
        await head.Sees($"{Ivanova}: ✅ придёт");
        await world.HasNoButton(head, "Передать через школу");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Nothing_is_passed_on_of_a_meeting_that_is_over_or_by_who_heads_no_school()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        var id = await world.Seminar();
        await head.Types("/school");
        var card = await head.SeesMessage("Моя школа");
        await maria.Types("/menu");
        var menu = await maria.SeesMessage("Выберите, что нужно");
        await maria.TapsData(menu, Press(id, "bring"));
        await head.TapsData(card, Press(id, "pass"));   // nobody has stopped the bot
        await head.Sees("Вы ещё никого не направили");
        await world.Sql<int>($"update seminar set state = 'Cancelled', cancelled_at = {world.Now}");
        await head.TapsData(card, Press(id, "bring"));
        await head.Sees("Мероприятие отменено");
        await world.Idle();
        Assert.DoesNotContain(head.Chat.Concat(maria.Chat), m => m.Text.Contains("?start=", StringComparison.Ordinal));
    }

    private static string Press(long id, string action) => new PressData.OnCard(NominationLinks.Meeting, id, action, "").ToString();

    /// <summary>What stands behind «?start=» at the letter's end.</summary>
    private static string Argument(string letter) => letter[(letter.LastIndexOf('=') + 1)..].Trim();
}
