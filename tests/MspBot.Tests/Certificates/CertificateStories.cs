using Microsoft.Extensions.DependencyInjection;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Feedback;
using MspBot.Sandbox;
using MspBot.Tests.Feedback;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using UglyToad.PdfPig;
using Xunit;

namespace MspBot.Tests.Certificates;

/// <summary>Getting a certificate, statements, all papers of a period; who may not.</summary>
public sealed class CertificateStories(TestCluster cluster)
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(-5);

    [Fact]
    public async Task Who_came_takes_the_certificate_as_often_as_they_like_and_the_number_stays()
    {
        await using var world = await World.Open(cluster);
        var (_, anna) = (await SeminarCast.Head(world), await SeminarCast.Teacher(world, 1));
        await world.Came(await world.Seminar(startsIn: Past), 1);

        await anna.Types("/my");
        await anna.Taps("Сертификаты: 1");
        await anna.Taps("Читательская");
        var text = Words(await anna.SeesFile("Сертификат 2026-0001.pdf"));
        foreach (var part in (string[])["Петрова Анна Ивановна", "приняла участие", "«Читательская грамотность»", "№ 2026-0001",
            "Смирнова В. П.", "19 ноября 2026"])
            Assert.Contains(part, text, StringComparison.Ordinal);
        await anna.TapsAgain();
        await anna.SeesFile("Сертификат 2026-0001.pdf");

        await world.Sql<int>("update person set full_name = 'Петрова-Водкина Анна Ивановна' where chat_id = 1");
        await anna.Taps("Читательская");
        var renewed = Words(await anna.SeesFile("Сертификат 2026-0001.pdf"));
        Assert.Contains("Петрова-Водкина Анна Ивановна", renewed, StringComparison.Ordinal);
        Assert.Contains("№ 2026-0001, редакция 2", renewed, StringComparison.Ordinal);
        Assert.Equal("1 2", await world.Sql<string>("select count(*) || ' ' || max(edition) from certificate"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Who_led_has_one_of_their_own_and_a_forged_press_gives_nothing()
    {
        await using var world = await World.Open(cluster);
        var (leader, anna, boris) = (await SeminarCast.Teacher(world, 5, "Котов Роман Олегович", "Tutor"),
            await SeminarCast.Teacher(world, 1), await SeminarCast.Teacher(world, 2));
        var (held, coming, empty) = (await world.Seminar(startsIn: Past), await world.Seminar(title: "Будущая"),
            await world.Seminar(startsIn: Past - TimeSpan.FromHours(2), title: "Пустая"));
        foreach (var id in (long[])[held, coming, empty]) await world.Leads(id, 5);
        await world.Came(held, 1);

        await leader.Types("/my");
        await leader.Taps("Сертификаты: 1");
        await leader.Taps("вы вели");
        Assert.Contains("провёл круглый стол", Words(await leader.SeesFile("Сертификат 2026-0001")), StringComparison.Ordinal);

        foreach (var (who, data, said) in ((Visitor, string, string)[])
        [
            (leader, $"c:crt:{empty}:l", "Пока не отмечено"),
            (leader, $"c:crt:{coming}:l", "ещё не закончилось"),
            (leader, $"c:crt:{held}:a", "Отметки, что вы были"),
            (anna, $"c:crt:{held}:l", "получает тот, кто вёл"),
            (boris, $"c:crt:{held}:a", "Отметки, что вы были"),
            (boris, $"c:crt:{empty}:a", "ещё не отметили, кто был"),
            (boris, "c:crt:777:a", "Такого мероприятия нет"),
            (boris, $"c:crt:{held}:what", "Пока нет ни одного"),
            (boris, "c:crt:1:st", "Пока нет ни одного"),
            (boris, "c:cert:1:show", "Этого больше нет"),
            (boris, $"c:certs:{held}:show", "Этого больше нет"),
        ])
        {
            await who.Types("/my");
            await world.Idle();
            await who.TapsData(who.Chat[^1], data);
            await who.Sees(said);
        }
        foreach (var flow in (string[])["n:tutor-statement", "n:cert-withdraw:1", "n:cert-find"])
        {
            await boris.TapsData(boris.Chat[^1], flow);
            Assert.Equal("Это действие вам недоступно.", boris.LastAlert);
        }
        Assert.Equal(1, await world.Sql<int>("select count(*) from certificate"));
    }

    [Fact]
    public async Task Feedback_comes_first()
    {
        var heard = false;
        await using var world = await World.Open(cluster, services => services.AddScoped<FeedbackGiven>(_ => new Asked(() => heard)));
        var anna = await SeminarCast.Teacher(world, 1);
        await world.Came(await world.Seminar(startsIn: Past), 1);
        await anna.Types("/my");
        await anna.Taps("Сертификаты: 1");
        await anna.Taps("Читательская");
        await anna.Sees("Сначала, пожалуйста, оцените мероприятие");
        await anna.SeesButton("Оставить отзыв");
        heard = true;
        await anna.Taps("Читательская");
        await anna.SeesFile("Сертификат 2026-0001");
    }

    /// <summary>/feedback lists a month; at the end of the year the papers of September are wanted.</summary>
    [Fact]
    public async Task Feedback_on_a_meeting_of_long_ago_is_one_tap_from_where_it_is_asked_for()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        foreach (var title in (string[])["Давняя встреча", "Другая давняя"])
            await FeedbackCast.Came(world, await world.Seminar(startsIn: TimeSpan.FromDays(-60), title: title), came: true, 1);
        await anna.Types("/feedback");
        await anna.Sees("Сейчас ничего не ждёт");
        await anna.Types("/my");
        await anna.Taps("Сертификаты: 2");
        await anna.Taps("Мои документы");
        await anna.Types("сентябрь–ноябрь 2026");
        await anna.Sees("2 сертификата ждут вашего отзыва");
        await anna.Taps("Сертификаты");
        await anna.Taps("Давняя встреча");
        await anna.Taps("Оставить отзыв");
        await anna.Taps("Не спрашивать");
        await anna.Taps("Сертификат");
        await anna.SeesFile("Сертификат 2026-0001");
        await anna.Types("/my");
        await anna.Taps("Сертификаты: 2");
        await anna.Taps("Мои документы");
        await anna.Taps("2026/27 учебный год (этот)");
        await anna.Sees("Ещё 1 сертификат ждёт вашего отзыва и в этот файл не вошёл");
        await anna.Sees("В файле 1 документ.");
        Assert.Empty(world.Telegram.Violations);
    }

    /// <summary>Nothing stops a leader from signing up for their own meeting; they cannot rate it, and have the leader's paper.</summary>
    [Fact]
    public async Task A_leader_who_had_a_seat_as_well_is_offered_the_one_paper_they_can_have()
    {
        await using var world = await World.Open(cluster);
        var leader = await SeminarCast.Teacher(world, 5, "Котова Раиса Олеговна", "Tutor");
        var id = await world.Seminar(startsIn: Past);
        await world.Leads(id, 5);
        await FeedbackCast.Came(world, id, came: true, 5);
        await leader.Types("/my");
        await leader.Taps("Сертификаты");
        await leader.Sees("Пока нет ни одного");
        await leader.TapsData(leader.Chat[^1], $"c:crt:{id}:l");
        await leader.Sees("Пока не отмечено, что на мероприятие кто-то пришёл");

        await SeminarCast.Teacher(world, 1);
        await FeedbackCast.Came(world, id, came: true, 1);
        await leader.Types("/my");
        await leader.Taps("Сертификаты: 1");
        await leader.Taps("вы вели");
        Assert.Contains("провела круглый стол", Words(await leader.SeesFile("Сертификат 2026-0001")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tutors_statement_counts_what_was_done_in_the_period()
    {
        await using var world = await World.Open(cluster);
        var tutor = await SeminarCast.Teacher(world, 5, "Котова Раиса Олеговна", "Tutor");
        await SeminarCast.Teacher(world, 1);
        await world.Consulted(5, TimeSpan.FromDays(-3));
        await world.Consulted(5, TimeSpan.FromDays(-40), minutes: 60);
        await world.Consulted(5, TimeSpan.FromDays(-300));
        var led = await world.Seminar(startsIn: Past);
        await world.Leads(led, 5);
        await world.Came(led, 1);

        await tutor.Types("/my");
        await tutor.Taps("Сертификаты: 1");
        await tutor.Taps("Справка тьютора");
        await tutor.Types("2019");
        await tutor.Sees("Не понял, какие месяцы");
        await tutor.Types("март 2026");
        await tutor.Sees("нет ни проведённых консультаций");
        await tutor.Taps("2026/27 учебный год (этот)");
        var text = Words(await tutor.SeesFile("Справка 2026-0001"));
        Assert.Contains("2 консультации, 1 мероприятие", text, StringComparison.Ordinal);
        Assert.Contains("3 часа 15 минут", text, StringComparison.Ordinal);
        Assert.Contains("сопровождала педагогов", text, StringComparison.Ordinal);

        await world.Consulted(5, TimeSpan.FromDays(-1));
        await tutor.Types("/my");
        await tutor.Taps("Сертификаты: 2");
        await tutor.Taps("Справка · 2026/27");
        Assert.Contains("3 консультации, 1 мероприятие", Words(await tutor.SeesFile("Справка 2026-0001")), StringComparison.Ordinal);
        Assert.Equal("1 2", await world.Sql<string>("select count(*) || ' ' || max(edition) from certificate"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task All_papers_of_a_period_come_in_one_file()
    {
        await using var world = await World.Open(cluster);
        var tutor = await SeminarCast.Teacher(world, 5, "Котова Раиса Олеговна", "Tutor");
        var (one, two, old) = (await world.Seminar(startsIn: Past), await world.Seminar(startsIn: TimeSpan.FromDays(-20), title: "Вторая"),
            await world.Seminar(startsIn: TimeSpan.FromDays(-200), title: "Старая"));
        foreach (var id in (long[])[one, two, old]) await world.Came(id, 5);
        await world.Consulted(5, TimeSpan.FromDays(-3));

        await tutor.Types("/my");
        await tutor.Taps("Сертификаты: 3");
        await tutor.Taps("Мои документы");
        await tutor.Types("05.2020");
        await tutor.Sees("За это время сертификатов нет");
        await tutor.Types("сентябрь–ноябрь 2026");
        var file = await tutor.SeesFile("Мои документы");
        await tutor.Sees("В файле 3 документа");
        using var document = PdfDocument.Open(file.Bytes.ToArray());
        Assert.Equal(3, document.NumberOfPages);
        Assert.Equal(["«Вторая»", "«Читательская грамотность»", "1 консультация"],
            document.GetPages().Select(p => ((string[])["«Вторая»", "«Читательская грамотность»", "1 консультация"])
                .Single(t => p.Text.Contains(t, StringComparison.Ordinal))));
    }

    private static string Words(ChatFile file)
    {
        using var document = PdfDocument.Open(file.Bytes.ToArray());
        return string.Join(' ', document.GetPage(1).Letters.GroupBy(l => Math.Round(l.StartBaseLine.Y, 1)).Select(g =>
            string.Concat(g.Select(l => l.Value)).Trim()));
    }

    private sealed class Asked(Func<bool> heard) : FeedbackGiven
    {
        public override Task<bool> For(PersonId person, SeminarId seminar) => Task.FromResult(heard());
    }
}
