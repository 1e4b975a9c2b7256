using System.Text;
using MspBot.Domain.People;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations;

/// <summary>A teacher asks, a tutor answers.</summary>
public sealed class ConsultationStories(TestCluster cluster)
{
    [Fact]
    public async Task A_free_time_is_asked_for_and_confirmed_and_both_have_time_link_and_file()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var anna = await SeminarCast.Teacher(world, 1);

        await anna.AsksForTomorrow();
        await anna.Sees("Заявка отправлена");
        var card = await tutor.SeesMessage("Новая заявка на консультацию");
        Assert.Contains("Чтение графиков в 5 классе", card.Text);
        Assert.Contains("Петрова Анна Ивановна, Школа № 1", card.Text);
        Assert.Contains("ср, 25 ноября, 14:00", card.Text);

        await tutor.Taps("Подтвердить");
        Assert.Equal("Подтверждено, педагог уже знает", tutor.LastToast);
        var confirmed = await anna.SeesMessage("Тьютор подтвердил консультацию");
        Assert.Contains("ср, 25 ноября, 14:00–14:45", confirmed.Text);
        Assert.Contains("meet.example.org/sokolova", confirmed.Text);
        var file = await anna.SeesFile("consultation-1.ics");
        Assert.Contains("METHOD:PUBLISH", Encoding.UTF8.GetString(file.Bytes.Span));
        await tutor.SeesFile("consultation-1.ics");

        await tutor.TapsOn(card, "Подтвердить");
        Assert.Contains("уже подтверждена", tutor.LastToast);
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation where state = 'Confirmed' and version = 2"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task The_link_opens_near_the_time()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var anna = await SeminarCast.Teacher(world, 1);
        await ConsultationCast.Agree(anna, tutor);
        await world.Idle();

        await anna.Taps("Подключиться");
        Assert.Equal("Подключиться можно будет ср, 25 ноября, 13:45, за 15 минут до начала.", anna.LastAlert);
        world.Clock.Advance(TimeSpan.FromHours(28) - TimeSpan.FromMinutes(10));
        await anna.Taps("Подключиться");
        await world.Idle();
        var open = await anna.SeesMessage("Консультация подтверждена");
        Assert.Equal("https://meet.example.org/sokolova", open.Buttons.SelectMany(r => r).Single(b => b.Label == "Подключиться").Url);
    }

    [Fact]
    public async Task A_tutor_without_a_link_sets_one_and_the_teacher_hears_it()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5, link: null);
        var anna = await SeminarCast.Teacher(world, 1);
        await ConsultationCast.Agree(anna, tutor);
        await anna.Sees("Ссылку тьютор пришлёт до начала");

        await tutor.Taps("Указать ссылку");
        await tutor.Sees("По какой ссылке");
        await tutor.Types("ссылка");
        await tutor.Sees("Это не похоже на ссылку");
        await tutor.Types("https://meet.example.org/j/7");
        await tutor.Sees("Ссылка сохранена");
        Assert.Contains("https://meet.example.org/j/7", (await anna.SeesMessage("Тьютор указал ссылку")).Text);
    }

    [Fact]
    public async Task A_time_that_was_taken_meanwhile_is_asked_again_and_the_rest_is_kept()
    {
        await using var world = await World.Open(cluster);
        await world.TutorWithHours(5);
        var (anna, boris) = (await SeminarCast.Teacher(world, 1), await SeminarCast.Teacher(world, 2, "Орлов Борис Львович"));
        await anna.AsksUpToDay();
        await anna.Taps("ср, 25 ноября");
        await anna.Sees("Во сколько?");
        await anna.Taps("14:00");
        await anna.Sees("Отправить заявку?");
        await boris.AsksForTomorrow(topic: "Дроби");
        await boris.Sees("Заявка отправлена");

        await anna.Taps("Всё верно");
        await anna.Sees("Это время уже занято. Выберите, пожалуйста, другое.");
        await anna.Taps("ср, 25 ноября");
        var times = await anna.SeesMessage("Во сколько?");
        Assert.DoesNotContain(times.Buttons.SelectMany(r => r), b => b.Label == "14:00");
        await anna.Taps("14:55");
        var summary = await anna.SeesMessage("Отправить заявку?");
        Assert.Contains("Чтение графиков в 5 классе", summary.Text);
        await anna.Taps("Всё верно");
        await anna.Sees("Заявка отправлена");
        Assert.Equal(2, await world.Sql<int>("select count(*) from consultation_time where kind = 'Asked'"));
    }

    [Fact]
    public async Task Three_times_of_ones_own_are_proposed_and_one_is_confirmed()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.AsksUpToDay();
        await anna.Taps("Предложить своё время");
        await anna.Sees("Какое время вам удобно?");
        await anna.Types("вчера в 15");
        await anna.Sees("это время уже прошло");
        await anna.Types("сегодня в 11");
        await anna.Sees("это слишком скоро: тьютора просят не позже чем за 4 часа");
        await anna.Types("завтра");
        await anna.Sees("Нужны и день, и время");
        await anna.Types("завтра в 19");
        await anna.Sees("Добавить ещё одно время?");
        await anna.Types("завтра в 19:30");
        await anna.Sees("Этот вариант пересекается с другим");
        await anna.Types("26.11 19:00");
        await anna.Sees("Добавить ещё одно время?");
        await anna.Types("27.11 19:00");
        await anna.Sees("Отправить заявку?");
        await anna.Taps("Всё верно");

        await tutor.Sees("Удобно педагогу: ср, 25 ноября, 19:00; чт, 26 ноября, 19:00; пт, 27 ноября, 19:00");
        await tutor.Taps("Подтвердить чт, 26 ноября, 19:00");
        await anna.Sees("чт, 26 ноября, 19:00–19:45");
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation_time"));
    }

    [Fact]
    public async Task The_tutor_offers_other_times_the_teacher_wants_none_and_then_one()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.AsksForTomorrow();
        await tutor.Sees("Новая заявка");
        await Offers(tutor, "Другое время", "чт, 26 ноября, 14:00", "чт, 26 ноября, 15:50");
        await anna.Sees("Тьютор предлагает другое время");
        await anna.Taps("Ни одно не подходит");
        await tutor.Sees("Педагогу не подошёл ни один вариант времени");
        Assert.Equal(0, await world.Sql<int>("select count(*) from consultation_time"));

        await Offers(tutor, "Предложить время", "пт, 27 ноября, 14:00", "пт, 27 ноября, 15:50");
        var offer = await anna.SeesMessage("На выбор: пт, 27 ноября, 14:00; пт, 27 ноября, 15:50");
        await anna.Taps("Выбрать пт, 27 ноября, 15:50");
        await tutor.Sees("Педагог выбрал время, консультация подтверждена");
        await world.Idle();
        await anna.TapsOn(offer, "Ни одно не подходит");
        Assert.Contains("уже подтверждена", anna.LastToast);
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation_time"));
    }

    [Fact]
    public async Task A_request_that_is_declined_goes_to_another_tutor()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var other = await world.TutorWithHours(6, "Белов Пётр Ильич");
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.AsksForTomorrow();
        await tutor.Sees("Новая заявка");
        await tutor.Taps("Отклонить");
        await tutor.Sees("Почему не получится?");
        await tutor.Taps("Это не мой предмет");
        await tutor.Sees("Отклонить заявку?");
        await tutor.Taps("Отклонить заявку");
        await tutor.Sees("Заявка отклонена");
        var kind = await anna.SeesMessage("К сожалению, тьютор не сможет провести консультацию");
        Assert.Contains("Причина: Это не мой предмет", kind.Text);

        await anna.Taps("Попросить другого тьютора");
        await anna.Sees("Кого попросить");
        await anna.Taps("Белов Пётр Ильич");
        await anna.Sees("Когда вам удобно?");
        await anna.Taps("чт, 26 ноября");
        await anna.Sees("Во сколько?");
        await anna.Taps("14:00");
        await anna.Sees("Отправить заявку?");
        await anna.Taps("Всё верно");
        await other.Sees("Новая заявка");
        await tutor.Sees("Заявка ушла к другому тьютору");
        await other.Taps("Подтвердить");
        await anna.Sees("Тьютор подтвердил консультацию");
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation"));
    }

    [Fact]
    public async Task A_colleague_must_accept_what_is_handed_over()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var colleague = await world.TutorWithHours(6, "Белов Пётр Ильич");
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.AsksForTomorrow();
        var first = await tutor.SeesMessage("Новая заявка");
        await HandsOver(tutor);
        await colleague.Sees("Коллега просит вас взять заявку");
        await colleague.Taps("Не могу взять");
        await tutor.Sees("Белов Пётр Ильич отвечает: не получится. Заявка по-прежнему у вас.");
        await world.Idle();

        await HandsOver(tutor);
        await colleague.Sees("Коллега просит вас взять заявку");
        await colleague.Taps("Взять себе");
        Assert.Equal("Теперь эта заявка у вас", colleague.LastToast);
        await tutor.Sees("Заявку взял ваш коллега: Белов Пётр Ильич");
        await anna.Sees("Вашу заявку взял другой тьютор");
        await world.Idle();
        await tutor.TapsOn(first, "Подтвердить");
        await tutor.Sees("Эту заявку теперь ведёт другой тьютор");
        await colleague.Taps("Подтвердить");
        await anna.Sees("Тьютор: Белов Пётр Ильич");
    }

    [Fact]
    public async Task Forged_presses_of_strangers_change_nothing_and_show_nothing()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var stranger = await world.TutorWithHours(6, "Белов Пётр Ильич");
        var (anna, boris) = (await SeminarCast.Teacher(world, 1), await SeminarCast.Teacher(world, 2, "Орлов Борис Львович"));
        await anna.AsksForTomorrow();
        await tutor.Sees("Новая заявка");
        foreach (var who in (Visitor[])[stranger, boris])
        {
            await who.Types("/menu");
            await world.Idle();
            foreach (var forged in new[]
            {
                "c:k:1:show", "c:k:1:ok:1", "c:k:1:pick:1", "c:k:1:none", "c:k:1:stay", "c:k:1:take", "c:k:1:back", "c:k:1:ics", "c:k:1:enter", "c:ka:1:to:2", "c:ka:1:show", "c:k:999:ok:1",
                "n:consult:1", "n:consult-offer:1", "n:consult-move:1", "n:consult-decline:1", "n:consult-cancel:1", "n:consult-pass:1", "n:consult-link:1", "n:consult-tell:1", "n:consult:x",
            })
            {
                await who.TapsData(who.Chat.Last(m => m.FromBot), forged);
                await world.Idle();
                Assert.DoesNotContain(who.Chat, m => m.Text.Contains("графиков", StringComparison.Ordinal) || m.Text.Contains("Петрова", StringComparison.Ordinal));
            }
        }
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation where state = 'Requested' and version = 1 and topic like 'Чтение%'"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from dialog where state = 'Active'"));
    }

    internal static async Task Offers(Visitor tutor, string button, string first, string second)
    {
        await tutor.Taps(button);
        await tutor.Sees("Какое время предложить педагогу?");
        await tutor.Types(first);
        await tutor.Sees("Добавить ещё одно время?");
        await tutor.Types(second);
        await tutor.Sees("Добавить ещё одно время?");
        await tutor.Taps("Пропустить");
        await tutor.Sees("Отправить педагогу?");
        await tutor.Taps("Всё верно");
        await tutor.Sees("Когда педагог выберет время, напишу");
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
}
