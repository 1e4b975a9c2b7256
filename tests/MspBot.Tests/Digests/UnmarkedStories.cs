using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Digests;

/// <summary>What is not marked, what is of one kind, and what still runs, in the digest.</summary>
public sealed class UnmarkedStories(TestCluster cluster)
{
    private static readonly TimeSpan ToMonday = TimeSpan.FromHours((6 * 24) - 2);

    [Fact]
    public async Task What_is_not_marked_is_in_no_sum_stands_as_a_decision_and_is_a_correction_once_it_is_marked()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await world.Held(World.Morning.AddHours(3), signedUp: 4, came: 3);
        await world.Held(World.Morning.AddHours(5), signedUp: 6, came: 0, title: "Неотмеченная");
        await world.Pass(ToMonday);
        var text = await head.Sees("📊 Неделя 23–29 ноября 2026");
        Assert.Contains("Мероприятий: 2", text, StringComparison.Ordinal);
        Assert.Contains("Пришли: 3 из 4, 75\u00A0%", text, StringComparison.Ordinal);
        Assert.Contains("Не отмечено: 1 из 2", text, StringComparison.Ordinal);
        Assert.Contains("Не отмечено, кто был: «Неотмеченная», 24 ноября", text, StringComparison.Ordinal);

        var digest = head.Chat.Last(m => m.Text.StartsWith("📊", StringComparison.Ordinal));
        await head.TapsOn(digest, "Отметить: Неотмеченная");
        await head.Taps("Никто не пришёл");
        await head.Sees("Кто был: 0 из 6");
        await head.Types("/digest");
        var now = await head.Sees("Неделя ещё идёт");
        Assert.DoesNotContain("Не отмечено", now, StringComparison.Ordinal);
        await world.Pass(TimeSpan.FromDays(7));
        // A real zero is a zero.
        Assert.Contains(
            "Уточнение за 23–29 ноября: не отмечено мероприятий — было 1, стало 0; и ещё 1 цифра.",
            await head.Sees("📊 Неделя 30 ноября"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_that_wait_are_one_line_one_button_and_a_list_in_which_each_can_be_given_to_a_tutor()
    {
        await using var world = await cluster.Digests();
        var (head, methodologist) = await world.Readers();
        for (var n = 0; n < 8; n++)
        {
            await world.Teacher(2_000 + n, $"Иванова{(char)('а' + n)} Анна Петровна");
            await world.Sql<int>($"""
                insert into consultation (kind, teacher_id, topic, subject, state, created_at, asked_at)
                select 'Individual', id, 'Дроби {n}', 'математика', 'Requested', '{World.Morning.AddDays(-3 - n):O}',
                    '{World.Morning.AddDays(-3 - n):O}'
                from person where chat_id = {2_000 + n}
                """);
        }
        await head.Types("/digest");
        Assert.Contains("• 8 заявок ждут больше 48 часов", await head.Sees("Нужно решить"), StringComparison.Ordinal);
        await head.Taps("Заявки без ответа: 8");
        await head.Sees("• Ивановаз А. П. (математика, «Дроби 7») ждёт 10 дней, тьютора нет");
        await head.Taps("›");
        await head.Sees("«Дроби 0») ждёт 3 дня");
        await head.Taps("Ивановаа А. П. · 3 дня");
        await head.Sees("Назначить пока некого");

        // Who may not assign reads the list, and has nothing to press in it.
        await methodologist.Types("/digest");
        await methodologist.Taps("Заявки без ответа: 8");
        await methodologist.Sees("«Дроби 7») ждёт 10 дней");
        Assert.DoesNotContain(methodologist.Chat[^1].Buttons.SelectMany(r => r),
            b => b.Label.Contains("Иванова", StringComparison.Ordinal));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_week_that_runs_is_compared_with_the_same_days_of_the_week_before()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        // Last week: two meetings by Tuesday at ten, three after that. This week: one.
        await world.Held(World.Morning.AddDays(-8).AddHours(1), signedUp: 2, came: 2, title: "Первая");
        await world.Held(World.Morning.AddDays(-7).AddHours(-2), signedUp: 2, came: 2, title: "Вторая");
        await world.Held(World.Morning.AddDays(-7).AddHours(1), signedUp: 2, came: 1, title: "Третья");
        await world.Held(World.Morning.AddDays(-5), signedUp: 2, came: 1, title: "Четвёртая");
        await world.Held(World.Morning.AddHours(-2), signedUp: 2, came: 2, title: "Пятая");
        await world.LongAgo();
        await head.Types("/digest");
        var text = await head.Sees("Неделя ещё идёт");
        Assert.Contains("к тем же дням прошлой недели", text, StringComparison.Ordinal);
        Assert.Contains("Мероприятий: 1 (−1)", text, StringComparison.Ordinal);
        Assert.Contains("Пришли: 2 из 2, 100\u00A0%", text, StringComparison.Ordinal);
        Assert.DoesNotContain("п.\u00A0п.", text, StringComparison.Ordinal);
        await world.Pass(ToMonday);
        Assert.Contains("Мероприятий: 1 (−3)", await head.Sees("📊 Неделя 23–29 ноября 2026"), StringComparison.Ordinal);
    }
}
