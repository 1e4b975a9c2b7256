using MspBot.Data.Plan;
using MspBot.Domain.Plan;
using MspBot.Sandbox;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Agreement;

/// <summary>All that waits is agreed as it was read, and what is decided is read whole.</summary>
public sealed class RestStories(TestCluster cluster)
{
    private const string Decisions = "select count(*) from plan_decision";

    [Theory]
    [InlineData("Согласовать весь план")]
    [InlineData("Согласовать остальные: 2")]
    public async Task The_list_names_what_stood_in_it_and_what_changed_since_is_said_and_not_agreed(string button)
    {
        await using var world = await World.Open(cluster);
        (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        var items = await world.SentPlan(2);
        await reader.Types("/plan");
        await reader.Taps("Пункты");
        await reader.SeesButton(button);
        await world.Pass(TimeSpan.FromMinutes(1));
        await world.HeadChanges(items[1], PlanStage.Text("Круглый стол 2", 11));
        await world.HasPlan([PlanStage.Text("Новый <пункт>")], agreed: false);
        await world.Sends(items[1]);

        await reader.Taps(button);
        await reader.Sees("Пока вы смотрели, план изменился, поэтому ничего не согласовано.");
        await reader.Sees("Пункт 2 изменили: был «декабрь», стал «ноябрь».");
        await reader.Sees("Пункт 3, новый: Новый <пункт>.");
        await reader.SeesButton("Пункт 3");
        Assert.Equal(0, await world.Sql<int>(Decisions));

        // Between the question and its answer as well.
        await world.Pass(TimeSpan.FromMinutes(1));
        await world.HeadChanges(items[0], PlanStage.Text("Круглый стол 1", 10));
        var again = button.StartsWith("Согласовать остальные", StringComparison.Ordinal) ? "Согласовать остальные: 3" : button;
        await reader.Taps(again);
        await reader.Sees("Пункт 1 сейчас правит руководитель площадки.");
        await reader.DoesNotSee("Пункт 2 изменили");
        Assert.Equal(0, await world.Sql<int>(Decisions));
        await reader.Taps(button);
        await world.Idle();
        Assert.Equal(2, await world.Sql<int>(Decisions));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task What_another_methodologist_decided_meanwhile_is_said_and_a_mark_of_the_head_disturbs_nothing()
    {
        await using var world = await World.Open(cluster);
        (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        var changed = (await world.HasPlan([PlanStage.Text("Действующий", 11)]))[0];
        await world.HeadChanges(changed, PlanStage.Text("Действующий", 10));
        var items = await world.SentPlan(2);
        await reader.Types("/plan");
        await reader.Taps("Пункты");
        await reader.SeesButton("Согласовать остальные: 3");
        await world.Pass(TimeSpan.FromMinutes(1));
        var item = await world.Item(changed);
        await world.Turn((ItemStore s) =>
            s.MarkDone(changed, item.Revision, new(2026, 11, 2), null, item.Now.By, world.Clock.GetUtcNow()));
        await reader.Taps("Согласовать остальные: 3");
        await reader.Sees("Согласовать всё, что ещё ждёт решения: 3 пункта?");

        await world.Pass(TimeSpan.FromMinutes(1));
        await world.Decided(items[0], "Уточните срок");
        await reader.Taps("Согласовать остальные: 3");
        await reader.Sees("уже возвращён: Котова О. Л.");
        Assert.Equal(2, await world.Sql<int>(Decisions));       // with the one that was agreed at first
    }

    [Fact]
    public async Task Turning_the_pages_of_the_list_renews_nothing_of_what_was_read()
    {
        await using var world = await World.Open(cluster);
        (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        var items = await world.SentPlan(8);
        await reader.Types("/plan");
        await reader.Taps("Пункты");
        await reader.SeesButton("Согласовать остальные: 8");
        await world.Pass(TimeSpan.FromMinutes(1));
        await world.HeadChanges(items[1], PlanStage.Text("Круглый стол 2", 11));
        await world.Sends(items[1]);

        await reader.Taps("›");
        await reader.Taps("Согласовать весь план");
        await reader.Sees("Пункт 2 изменили: был «декабрь», стал «ноябрь».");
        Assert.Equal(0, await world.Sql<int>(Decisions));
        await reader.Taps("Согласовать весь план");
        await world.Idle();
        Assert.Equal(8, await world.Sql<int>(Decisions));
    }

    [Fact]
    public async Task Once_the_year_is_over_nothing_is_agreed_and_that_is_said()
    {
        await using var world = await World.Open(cluster);
        (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        var item = (await world.SentPlan(2))[0];
        await world.Pass(new TimeSpan(280, 13, 50, 0));               // ten minutes before the end of 31 August 2027
        await reader.Opens($"n:plan-return:{item.Value}.1");
        await reader.Sees("Что поправить?");
        await world.Pass(TimeSpan.FromMinutes(20));
        await reader.Types("Уточните срок");
        await reader.Sees("Учебный год этого плана закончился");
        await reader.Sees("Не сохранилось: «Уточните срок»");
        await reader.Opens($"c:pv:{item.Value}:agree:1");
        Assert.StartsWith("Учебный год этого плана закончился", reader.LastAlert, StringComparison.Ordinal);
        var plan = (await world.Item(item)).Plan.Value;
        foreach (var deed in (string[])["ask", "ask-all", "rest", "all"])
        {
            await reader.Opens($"c:pm:{plan}:{deed}:{await world.Turn((PlanStore s) => s.Seen(new(plan)))}.0");
            Assert.StartsWith("Учебный год этого плана закончился", reader.LastAlert, StringComparison.Ordinal);
        }
        await reader.Opens($"c:pl:{plan}:show:0.All");
        await reader.Sees("Круглый стол 1");
        Assert.DoesNotContain(reader.Chat[^1].Buttons.SelectMany(row => row),
            button => button.Label.StartsWith("Согласовать", StringComparison.Ordinal));
        Assert.Equal(0, await world.Sql<int>(Decisions));
    }

    [Fact]
    public async Task What_is_decided_is_read_whole()
    {
        await using var world = await World.Open(cluster);
        (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        var (before, after) = (Longest('Ж', 10), Longest('Щ', 11));
        var item = (await world.HasPlan([before]))[0];
        await world.HeadChanges(item, after);
        await world.Sends(item);
        await reader.Types("/plan");
        await reader.Taps("Рассмотреть план");
        await reader.Sees($"Название: было «{before.Title}», стало «{after.Title}».");
        await reader.Sees($"Результат: был «{before.Result}», стал «{after.Result}».");
        await reader.SeesButton("Согласовать");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task News_that_leave_no_room_for_the_whole_stand_alone_with_the_way_to_it()
    {
        await using var world = await World.Open(cluster);
        (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        var item = (await world.HasPlan([Longest('Ж', 10)]))[0];
        await world.HeadChanges(item, Longest('Щ', 11));
        await world.Sends(item);
        var seen = await world.Item(item);
        await world.HeadChanges(item, Longest('Ы', 12));
        await world.Sends(item);
        await reader.Opens($"c:pv:{item.Value}:agree:{seen.Now.Version}");
        await reader.Sees("Пункт 1 изменили: ");
        Assert.DoesNotContain(reader.Chat[^1].Buttons.SelectMany(row => row), button => button.Label == "Согласовать");
        await reader.Taps("Показать целиком");
        await reader.Sees($"стало «{new string('Ы', 300)}».");
        await reader.Taps("Согласовать");
        await world.Idle();
        Assert.Equal(ItemState.Agreed, (await world.Item(item)).State);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Every_card_of_the_longest_item_fits_into_a_message()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        var item = (await world.HasPlan([Longest('&', 10)], agreed: false))[0];
        await world.Sends(item);
        await world.Decided(item, new string('<', 500));
        await head.Opens($"c:pi:{item.Value}:show");
        await head.Sees("Возвращён");
        await world.HeadChanges(item, Longest('>', 11), new string('"', 500));
        await world.Sends(item);
        await reader.Opens($"c:pi:{item.Value}:show");
        await reader.Sees($"Результат: {new string('>', 300)}");
        await reader.SeesButton("Согласовать");
        await world.Decided(item);
        await world.HeadChanges(item, Longest('Ы', 12), new string('&', 500));
        await head.Opens($"c:pi:{item.Value}:show");
        await head.Sees("Пока это не согласовано, действует прежний пункт.");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task What_changed_lists_all_that_waits_new_items_and_exclusions_too()
    {
        await using var world = await World.Open(cluster);
        (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        var old = (await world.HasPlan([PlanStage.Text("Лишний")]))[0];
        var item = await world.Item(old);
        await world.Turn((ItemStore s) => s.Exclude(old, item.Revision, "Не нужно", item.Now.By, world.Clock.GetUtcNow()));
        var items = await world.SentPlan(2);
        await world.Pass(TimeSpan.FromMinutes(5));
        await world.Decided(items[0]);
        await world.Pass(TimeSpan.FromMinutes(5));
        await reader.Types("/plan");
        await reader.Taps("Что изменилось");
        await reader.Sees("Лишний — предложен к исключению, ждёт согласования.");
        var text = await reader.Sees("Круглый стол 2 — ждёт согласования.");
        Assert.DoesNotContain("Круглый стол 1", text, StringComparison.Ordinal);
    }

    private static ItemText Longest(char sign, int month) => PlanStage.Text(new string(sign, PlanBounds.Title), month) with
    {
        Form = month == 10 ? WorkForm.Briefing : month == 11 ? WorkForm.Tutoring : WorkForm.SubjectUnion,
        Responsible = Responsible.Of(new string(sign, PlanBounds.Responsible)),
        Result = new string(sign, PlanBounds.Result),
        Audience = new string(sign, PlanBounds.Audience),
    };
}
