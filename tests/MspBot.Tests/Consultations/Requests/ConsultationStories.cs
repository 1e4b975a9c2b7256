using System.Text;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Requests;

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
        Assert.Equal("Подтверждено, напишу педагогу", tutor.LastToast);
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
    public async Task Any_tutor_is_one_whom_a_message_reaches()
    {
        await using var world = await World.Open(cluster);
        var gone = await world.TutorWithHours(5, "Абрамова Вера Павловна");
        var tutor = await world.TutorWithHours(6);
        var anna = await SeminarCast.Teacher(world, 1);
        await gone.Blocks();
        await world.Idle();
        await anna.AsksForTomorrow("Любой тьютор");
        await tutor.Sees("Новая заявка на консультацию");
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
        await anna.Sees("Ещё?");
        await anna.Types("завтра в 19:30");
        await anna.Sees("Этот вариант пересекается с другим");
        await anna.Types("26.11 19:00");
        await anna.Sees("Ещё?");
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
        await anna.Types("/my");
        await anna.Sees("Чтение графиков в 5 классе (выберите время)");
        await anna.Taps("Соколова");
        await anna.Sees("На выбор: чт, 26 ноября, 14:00");
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

    internal static async Task Offers(Visitor tutor, string button, string first, string second)
    {
        await tutor.Taps(button);
        await tutor.Sees("Какое время предложить педагогу?");
        await tutor.Types(first);
        await tutor.Sees("Ещё?");
        await tutor.Types(second);
        await tutor.Sees("Ещё?");
        await tutor.Taps("Достаточно");
        await tutor.Sees("Отправить педагогу?");
        await tutor.Taps("Отправить");
        await tutor.Sees("Когда педагог выберет время, напишу");
    }
}
