using MspBot.Sandbox;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Requests;

/// <summary>Every card of a consultation, in every chat, shows today's truth without being pressed.</summary>
public sealed class ShownCardStories(TestCluster cluster)
{
    private const string Colleague = "Белов Пётр Ильич";
    private static readonly string[] OfTheOpen = ["Отозвать заявку", "Подтвердить", "Взять себе", "Передать коллеге", "Отклонить"];
    private static readonly string[] OfTheAgreed = ["Перенести", "Отменить консультацию", "В календарь", "Оставить как было"];

    [Fact]
    public async Task From_the_request_to_the_end_no_card_in_any_chat_says_what_is_over()
    {
        await using var world = await World.Open(cluster);
        var (tutor, colleague) = (await world.TutorWithHours(5), await world.TutorWithHours(6, Colleague));
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.AsksForTomorrow();
        await tutor.Sees("Новая заявка");
        await Opens(anna, "/my", "Соколова");
        await Opens(tutor, "/requests", "Петрова");
        await world.Idle();

        await HandsOver(tutor);
        await colleague.Sees("Коллега просит вас взять заявку");
        await colleague.Taps("Взять себе");
        await anna.Sees("Вашу заявку взял другой тьютор");
        await world.Idle();
        Assert.Equal(3, Cards(anna).Count);
        Assert.All(Cards(anna), card => Assert.Contains($"Тьютор: {Colleague}", card.Text));
        Assert.Equal(2, tutor.Chat.Count(m => m.Text.StartsWith("Эту заявку теперь ведёт другой тьютор", StringComparison.Ordinal)));
        HasNone(OfTheOpen, tutor);

        await colleague.Taps("Подтвердить");
        await anna.Sees("Тьютор подтвердил консультацию");
        await world.Idle();
        HasNone(OfTheOpen, anna, tutor, colleague);
        Assert.Equal(4, Cards(anna).Count);
        Assert.All(Cards(anna), card => Assert.Contains("ср, 25 ноября, 14:00–14:45", card.Text));

        await colleague.OffersToMove();
        await anna.Sees("Тьютор просит перенести на: ср, 25 ноября, 15:50");
        await anna.Taps("Перенести на 25.11 15:50");
        await colleague.Sees("Консультация перенесена");
        await world.Idle();
        Assert.Equal(5, Cards(anna).Count);
        Assert.All([.. Cards(anna), .. Cards(colleague)], card => Assert.Contains("ср, 25 ноября, 15:50–16:35", card.Text));
        HasNone(["Перенести на", "Оставить как было"], anna, colleague);

        await colleague.Taps("Отменить консультацию");
        await colleague.Sees("Почему отменяем?");
        await colleague.Types("Заболел");
        await colleague.Sees("Педагог узнает об этом");
        await colleague.Taps("Да, отменить консультацию");
        await world.Idle();
        HasNone([.. OfTheOpen, .. OfTheAgreed], anna, tutor, colleague);
        Assert.All([.. Cards(anna), .. Cards(colleague)], card => Assert.Contains("Консультация отменена", card.Text));
        Assert.Equal(2, tutor.Chat.Count(m => m.Text.StartsWith("Эта заявка закрыта", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_card_that_became_a_menu_or_a_form_stays_what_it_became()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1));
        await anna.AsksForTomorrow();
        var sent = await anna.SeesMessage("Заявка отправлена");
        await Opens(anna, "/my", "Соколова");
        await anna.TapsOn(sent, "Меню");
        await anna.Taps("Отозвать заявку");
        await anna.Sees("Почему отзываете заявку?");
        await world.Idle();

        await tutor.Taps("Подтвердить");
        await anna.Sees("Тьютор подтвердил консультацию");
        await world.Idle();
        Assert.StartsWith("Меню", anna.Chat.Single(m => m.Id == sent.Id).Text);
        Assert.Single(anna.Chat, m => m.Text.StartsWith("Почему отзываете заявку?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_of_two_taps_edits_nothing_and_a_card_that_was_deleted_does_not_come_back()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1));
        await anna.AsksForTomorrow();
        await Opens(anna, "/my", "Соколова");
        await Opens(tutor, "/requests", "Петрова");
        await anna.Deletes(await anna.SeesMessage("тьютор ещё не ответил"));
        await world.Idle();

        await tutor.Taps("Подтвердить");
        await tutor.TapsAgain();
        await world.Idle();
        // Of the teacher the one she deleted and the one she kept, of the tutor the one that was not pressed.
        Assert.Equal(3, await world.Sql<int>(Edits));
        Assert.Equal(["Консультация подтверждена", "Тьютор подтвердил консультацию"], Cards(anna).Select(m => m.Text.Split('\n')[0]));
    }

    [Fact]
    public async Task Who_has_blocked_the_bot_harms_nobody_and_is_sent_nothing()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1));
        await anna.AsksForTomorrow();
        await Opens(tutor, "/requests", "Петрова");
        await anna.Blocks();
        await world.Idle();

        await tutor.Taps("Подтвердить");
        await world.Idle();
        Assert.Equal(1, await world.Sql<int>(Edits));
        Assert.Equal(2, Cards(tutor).Count);
        HasNone(OfTheOpen, tutor);

        await anna.Unblocks();
        await tutor.Taps("Отменить консультацию");
        await tutor.Sees("Почему отменяем?");
        await tutor.Types("Заболела");
        await tutor.Sees("Педагог узнает об этом");
        await tutor.Taps("Да, отменить консультацию");
        await world.Idle();
        Assert.All(Cards(anna), card => Assert.Contains("Консультация отменена", card.Text));
        HasNone([.. OfTheOpen, .. OfTheAgreed], anna, tutor);
    }

    [Fact]
    public async Task A_request_that_waits_for_the_morning_and_is_taken_back_at_night_comes_without_its_buttons()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1));
        await world.Pass(TimeSpan.FromHours(13));
        await anna.AsksUpToDay();
        await anna.Taps("чт, 26 ноября");
        await anna.Sees("Во сколько?");
        await anna.Taps("14:00");
        await anna.Sees("Отправить заявку?");
        await anna.Taps("Всё верно");
        await anna.Sees("Заявка отправлена");
        await anna.Taps("Отозвать заявку");
        await anna.Sees("Почему отзываете заявку?");
        await anna.Taps("Пропустить");
        await anna.Sees("Отозвать заявку?");
        await anna.Taps("Да, отозвать заявку");
        await anna.Sees("Заявка отозвана");
        await world.Idle();
        Assert.Empty(Cards(tutor));

        await world.Pass(TimeSpan.FromHours(10));
        Assert.NotEmpty(Cards(tutor));
        HasNone(OfTheOpen, tutor);
    }

    [Fact]
    public async Task A_request_that_goes_into_a_group_and_out_of_it_shows_that_in_every_chat()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1));
        await anna.AsksForTomorrow();
        await tutor.Sees("Новая заявка");
        var group = await world.Group();
        await world.Invite(group, 1);
        await Opens(anna, "/my", "Соколова");
        await anna.Opens(group);
        await anna.Taps("Участвовать");
        await world.Idle();
        HasNone(OfTheOpen, anna, tutor);
        Assert.All([.. Cards(anna), .. Cards(tutor)], card => Assert.DoesNotContain("ждёт", card.Text));

        await anna.Taps("Отказаться от участия");
        await tutor.Sees("Заявка снова ждёт вашего ответа");
        await world.Idle();
        Assert.Contains(tutor.Chat, m => m.Text.StartsWith("Заявка на консультацию", StringComparison.Ordinal)
            && m.Buttons.SelectMany(r => r).Any(b => b.Label == "Подтвердить"));
    }

    private const string Edits =
        "select count(*) from outbox where priority = 1 and (replaces is not null or replaces_message is not null)";

    private static async Task Opens(Visitor who, string list, string line)
    {
        await who.Types(list);
        await who.SeesButton(line);
        await who.Taps(line);
        await who.Sees("Тема: Чтение графиков");
    }

    private static async Task HandsOver(Visitor tutor)
    {
        await tutor.Taps("Передать коллеге");
        await tutor.Sees("Кому передать заявку?");
        await tutor.Taps("Белов П. И. · в работе: 0");
        await tutor.Sees("Предложить заявку коллеге?");
        await tutor.Taps("Передать коллеге");
        await tutor.Sees("Коллега получил вашу просьбу");
    }

    private static IReadOnlyList<ChatMessage> Cards(Visitor who) =>
        [.. who.Chat.Where(m => m.FromBot && m.Text.Contains("\nТема: ", StringComparison.Ordinal)
            && !m.Text.StartsWith("Отправить", StringComparison.Ordinal))];

    private static void HasNone(IReadOnlyList<string> labels, params ReadOnlySpan<Visitor> people)
    {
        foreach (var who in people)
        {
            Assert.DoesNotContain(who.Chat.SelectMany(m => m.Buttons.SelectMany(row => row).Select(b => (b.Label, m.Text))),
                b => labels.Any(l => b.Label.StartsWith(l, StringComparison.Ordinal)));
        }
    }
}
