using MspBot.Domain.Consultations;
using MspBot.Host.Consultations;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Deadlines;

/// <summary>A request that nobody answers: who hears of it, when, and once.</summary>
public sealed class UnansweredStories(TestCluster cluster)
{
    private const string Nudge = "Заявка ждёт вашего ответа";
    private const string NoAnswer = "Тьютор пока не ответил";
    private const string AskHead = "Заявка на консультацию без ответа";
    private const string Passed = "Время прошло, а ответа не было";

    [Fact]
    public async Task The_tutor_the_teacher_and_the_head_hear_of_it_in_turn_and_once_each()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, teacher) = await People(world);
        await Asks(teacher, "пт, 27 ноября");

        await world.PassInSteps(TimeSpan.FromHours(4) - TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(30));
        Assert.Equal((0, 0, 0), Told(head, tutor, teacher));
        await world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((0, 1, 0), Told(head, tutor, teacher));
        Assert.Contains("Петрова А. И.", tutor.Chat[^1].Text);

        await world.PassInSteps(TimeSpan.FromHours(20), TimeSpan.FromHours(1));
        Assert.Equal((0, 1, 1), Told(head, tutor, teacher));
        await teacher.SeesButton("Выбрать другого тьютора");

        await world.PassInSteps(TimeSpan.FromHours(24), TimeSpan.FromHours(1));
        Assert.Equal((1, 1, 1), Told(head, tutor, teacher));
        Assert.Contains("не отвечает уже 2 дня", head.Chat[^1].Text);

        await world.PassInSteps(TimeSpan.FromHours(6), TimeSpan.FromHours(1));
        Assert.Equal((1, 1, 1), Told(head, tutor, teacher));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Four_working_hours_do_not_pass_at_night_or_on_a_weekend()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, teacher) = await People(world);
        // Friday, 18:00: two hours are left of the working day.
        await world.PassInSteps(TimeSpan.FromHours(80), TimeSpan.FromHours(8));
        await Asks(teacher, "ср, 2 декабря");

        await world.PassInSteps(TimeSpan.FromHours(64) - TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        // Monday, 09:59.
        Assert.Equal(0, Count(tutor, Nudge));
        await world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Count(tutor, Nudge));
        Assert.Equal(0, Count(head, Nudge));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("99999999999999999999")]
    public async Task A_button_that_names_no_tutor_assigns_nobody_and_is_not_read_as_tutor_0(string which)
    {
        await using var world = await World.Open(cluster);
        var (head, _, teacher) = await People(world);
        await Asks(teacher, "пт, 27 ноября");
        await world.Pass(TimeSpan.FromHours(49));
        var request = await world.Sql<long>("select id from consultation");
        await head.TapsData(head.Chat.Last(m => m.FromBot), $"c:{ConsultationLinks.Assign}:{request}:to:{which}");
        await world.Idle();
        Assert.Equal(ConsultationCast.TutorName,
            await world.Sql<string>("select full_name from consultation join person p on p.id = tutor_id"));
        Assert.True(string.IsNullOrEmpty(head.LastToast), head.LastToast);
    }

    [Fact]
    public async Task The_head_assigns_and_the_new_tutor_has_time_of_their_own()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, teacher) = await People(world);
        var other = await world.TutorWithHours(5, "Козлова Вера Ильинична");
        await Asks(teacher, "пт, 27 ноября");
        await world.Pass(TimeSpan.FromHours(49));
        Assert.Equal(1, Count(head, AskHead));

        await head.TapsOn(head.Chat.Last(m => m.Text.Contains(AskHead, StringComparison.Ordinal)), "Назначить");
        await world.Idle();
        await head.Taps(head.Chat[^1].Buttons.SelectMany(r => r).Select(b => b.Label)
            .Single(l => l.Contains("Козлова", StringComparison.Ordinal)));
        await world.Idle();
        Assert.Equal("Козлова Вера Ильинична",
            await world.Sql<string>("select full_name from consultation join person p on p.id = tutor_id"));

        await world.PassInSteps(TimeSpan.FromHours(3), TimeSpan.FromHours(1));
        Assert.Equal(0, Count(other, Nudge));
        await world.PassInSteps(TimeSpan.FromHours(20), TimeSpan.FromHours(1));
        Assert.Equal(1, Count(other, Nudge));
        Assert.Equal(1, Count(tutor, Nudge));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task An_answer_ends_the_waiting()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, teacher) = await People(world);
        await Asks(teacher, "пт, 27 ноября");
        await tutor.Sees("Новая заявка");
        await tutor.Taps("Подтвердить");
        await teacher.Sees("Тьютор подтвердил консультацию");
        await world.PassInSteps(TimeSpan.FromHours(60), TimeSpan.FromHours(2));
        Assert.Equal((0, 0, 0), Told(head, tutor, teacher));
    }

    [Fact]
    public async Task A_time_that_passed_without_an_answer_is_free_again_and_the_request_waits_on()
    {
        await using var world = await World.Open(cluster);
        var (_, tutor, teacher) = await People(world);
        await Asks(teacher, "ср, 25 ноября");
        var card = await tutor.SeesMessage("Новая заявка");
        await world.PassInSteps(TimeSpan.FromHours(28) + TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

        Assert.Equal(1, Count(teacher, Passed));
        Assert.Equal(nameof(ConsultationState.Waiting), await world.Sql<string>("select state from consultation"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from consultation_time"));
        await world.PassInSteps(TimeSpan.FromHours(4), TimeSpan.FromHours(1));
        Assert.Equal(1, Count(teacher, Passed));
        await tutor.TapsOn(card, "Подтвердить");
        await world.Idle();
        Assert.Equal(nameof(ConsultationState.Waiting), await world.Sql<string>("select state from consultation"));
    }

    [Fact]
    public async Task What_is_answered_on_a_weekend_is_told_to_nobody_as_unanswered_on_monday()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, teacher) = await People(world);
        // Friday, 11:00: the teacher's day is over on Saturday, the head's on Sunday.
        await world.PassInSteps(TimeSpan.FromHours(73), TimeSpan.FromHours(8));
        await Asks(teacher, "ср, 2 декабря");
        await world.PassInSteps(TimeSpan.FromHours(54), TimeSpan.FromHours(2));
        await tutor.TapsOn(tutor.Chat.First(m => m.Text.Contains("Заявка на консультацию", StringComparison.Ordinal)
            || m.Text.Contains("Новая заявка", StringComparison.Ordinal)), "Подтвердить");
        await world.Idle();
        Assert.Equal(nameof(ConsultationState.Confirmed), await world.Sql<string>("select state from consultation"));

        await world.PassInSteps(TimeSpan.FromHours(18), TimeSpan.FromHours(1));
        await teacher.Sees("Тьютор подтвердил консультацию");
        Assert.Equal((0, 0), (Count(head, AskHead), Count(teacher, NoAnswer)));
    }

    [Fact]
    public async Task Nobody_is_said_to_be_reminded_who_was_not()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, teacher) = await People(world);
        // Friday, 18:00: on Monday at 8:00 two of the four working hours have passed.
        await world.PassInSteps(TimeSpan.FromHours(80), TimeSpan.FromHours(8));
        await Asks(teacher, "ср, 2 декабря");
        await world.PassInSteps(TimeSpan.FromHours(62) - TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        Assert.Equal((0, 0, 0), Told(head, tutor, teacher));
        await world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 0, 1), Told(head, tutor, teacher));
        Assert.DoesNotContain("напомнили", teacher.Chat[^1].Text);
        Assert.Contains("не отвечает уже 2 дня", head.Chat[^1].Text);
    }

    [Fact]
    public async Task Offered_times_that_pass_are_nobodys_silence_and_the_request_is_asked_anew()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, teacher) = await People(world);
        await Asks(teacher, "пт, 27 ноября");
        await tutor.Taps("Другое время");
        await tutor.Sees("Какое время предложить");
        await tutor.Taps("ср, 25 ноября, 14:00");
        await tutor.Sees("Ещё?");
        await tutor.Taps("Достаточно");
        await tutor.Sees("Отправить педагогу?");
        await tutor.Taps("Отправить");
        await teacher.Sees("Тьютор предлагает другое время");

        // Wednesday, 14:01.
        await world.PassInSteps(TimeSpan.FromHours(28) + TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        Assert.Equal(nameof(ConsultationState.Waiting), await world.Sql<string>("select state from consultation"));
        Assert.Equal(1, Count(teacher, "Предложенное время прошло"));
        await world.PassInSteps(TimeSpan.FromHours(2), TimeSpan.FromHours(1));
        Assert.Equal((0, 0, 0), Told(head, tutor, teacher));
        Assert.Equal(0, Count(teacher, Passed));
        // It waits for the tutor again, and from now on.
        await world.PassInSteps(TimeSpan.FromHours(2), TimeSpan.FromHours(1));
        Assert.Equal((0, 1, 0), Told(head, tutor, teacher));
    }

    [Fact]
    public async Task Once_a_time_has_passed_no_card_offers_it()
    {
        await using var world = await World.Open(cluster);
        var (_, tutor, teacher) = await People(world);
        await Asks(teacher, "ср, 25 ноября");
        await world.PassInSteps(TimeSpan.FromHours(29), TimeSpan.FromHours(1));
        Assert.DoesNotContain(Labels(tutor), label => label == "Подтвердить");
        Assert.DoesNotContain(tutor.Chat, m => m.Text.Contains("25 ноября, 14:00", StringComparison.Ordinal));
        Assert.Contains("Предложить время", Labels(tutor));

        Assert.Contains(teacher.Chat, m => m.Text.StartsWith("Заявка ждёт, когда появится время", StringComparison.Ordinal));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Two_bots_tell_each_step_once()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor, teacher) = await People(world);
        await Asks(teacher, "пт, 27 ноября");
        world.Clock.Advance(TimeSpan.FromHours(49));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => DueJobs.RunAll(world.Bot.Web.Services)));
        await world.Idle();
        Assert.Equal((1, 1, 1), Told(head, tutor, teacher));
    }

    private static async Task<(Visitor Head, Visitor Tutor, Visitor Teacher)> People(World world) =>
        ((await SeminarCast.Head(world)).StartedEarlier(), await world.TutorWithHours(4), await SeminarCast.Teacher(world, 7));

    private static async Task Asks(Visitor teacher, string day)
    {
        await teacher.AsksUpToDay();
        await teacher.Taps(day);
        await teacher.Sees("Во сколько?");
        await teacher.Taps("14:00");
        await teacher.Sees("Отправить заявку?");
        await teacher.Taps("Всё верно");
        await teacher.Sees("Заявка отправлена");
    }

    private static (int Head, int Tutor, int Teacher) Told(Visitor head, Visitor tutor, Visitor teacher) =>
        (Count(head, AskHead), Count(tutor, Nudge), Count(teacher, NoAnswer));

    private static IReadOnlyList<string> Labels(Visitor who) =>
        [.. who.Chat.SelectMany(m => m.Buttons).SelectMany(r => r).Select(b => b.Label)];

    private static int Count(Visitor who, string text) => who.Chat.Count(m => m.FromBot && m.Text.Contains(text, StringComparison.Ordinal));
}
