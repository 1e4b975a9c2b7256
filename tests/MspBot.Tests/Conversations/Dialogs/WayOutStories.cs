using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Conversations.Dialogs;

/// <summary>Who thinks better of a cancellation, a refusal, a withdrawal or an erasure hears what stays.</summary>
public sealed class WayOutStories(TestCluster cluster)
{
    public static TheoryData<string, string, string> Forms() => new()
    {
        { "consult-cancel", "Не отменять", "Консультация в силе: " },
        { "consult-decline", "Не отклонять", "Заявка остаётся у вас" },
        { "group-cancel", "Не отменять", "Встреча в силе: " },
        { "cancel-seminar", "Не отменять", "Мероприятие в силе: " },
        { "cert-withdraw", "Не отзывать", "Документ не отозван" },
        { "plan-exclude", "Не исключать", "Хорошо, пункт остаётся в плане." },
        { "plan-return", "Не возвращать", "Хорошо, пункт " },
        { "survey-return", "Не возвращать", "Хорошо, ответы школы остаются" },
    };

    /// <param name="flow">The form.</param>
    /// <param name="wayOut">What its way out is called.</param>
    /// <param name="stays">What it answers with.</param>
    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_way_out_of_every_question_says_what_stays(string flow, string wayOut, string stays)
    {
        await using var world = await World.Open(cluster);
        var row = FlowRow.Of(flow);
        for (var depth = 0; ; depth++)
        {
            foreach (var way in new[] { wayOut, "/cancel", wayOut.ToLowerInvariant() })
            {
                var walker = await Walker.Begin(world, row, 1_000 + depth * 10 + way.Length + way[0]);
                for (var n = 0; n < depth && walker.Question is not null; n++) await walker.Answer();
                if (walker.Question is null)
                {
                    Assert.True(depth > 0);
                    return;
                }
                Assert.Equal(wayOut, walker.WayOut);
                if (way == wayOut) await walker.Taps(way);
                else await walker.Types(way);
                var said = walker.Who.Chat.Last(m => m.FromBot);
                Assert.StartsWith(stays, said.Text, StringComparison.Ordinal);
                Assert.NotEmpty(said.Buttons);
                Assert.Null(walker.Question);
                Assert.Equal(0, await world.Sql<int>("select count(*) from dialog"));
            }
        }
    }

    [Fact]
    public async Task No_other_form_has_one_and_only_these_end_in_red()
    {
        await using var world = await World.Open(cluster);
        var chat = 5_000;
        foreach (var row in FlowRow.All)
        {
            var walker = await Walker.Begin(world, row, chat++);
            var takesAway = Forms().Any(form => form.Data.Item1 == row.Key);
            for (; walker.Question is { } question; await walker.Answer())
            {
                Assert.Equal(takesAway, walker.WayOut != "Отмена");
                if (walker.Has("Изменить")) Assert.Equal(takesAway ? "danger" : "success", question.Buttons[0][0].Style);
            }
        }
    }

    [Fact]
    public async Task Who_keeps_what_the_other_side_has_cancelled_meanwhile_hears_that()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1));
        await ConsultationCast.Agree(anna, tutor);
        await world.Idle();
        await anna.Taps("Отменить консультацию");
        await anna.Sees("Почему отменяем?");
        await tutor.Taps("Отменить консультацию");
        await tutor.Types("Заболела");
        await tutor.Taps("Да, отменить консультацию");
        await anna.Sees("Консультация отменена");

        await anna.Taps("Не отменять");
        await anna.Sees("Уже отменено");
    }

    [Fact]
    public async Task A_request_that_waits_and_a_draft_say_that_they_stay()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.AsksForTomorrow(time: "14:00");
        await tutor.Sees("Новая заявка");
        await anna.Taps("Отозвать заявку");
        await anna.Taps("Не отзывать");
        await anna.Sees("Заявка остаётся в силе");

        var head = await SeminarCast.Head(world);
        var draft = await world.Seminar(state: "Draft");
        await head.Types("/about");
        await world.Idle();
        await head.TapsData(head.Chat.Last(m => m.FromBot), $"n:cancel-seminar:{draft}");
        await head.Taps("Не удалять");
        await head.Sees("Черновик остаётся");
        Assert.Equal("Draft", await world.Sql<string>("select state from seminar"));
    }
}
