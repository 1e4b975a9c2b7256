using MspBot.Data.Plan;
using MspBot.Data.Plan.Papers;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Papers;

/// <summary>Which state of a plan has which number, and what its papers say of what was changed and held.</summary>
public sealed class EditionStoreTests(TestCluster cluster) : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private PlanStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await PlanStage.SetUp(cluster);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task An_edition_is_what_is_in_force_printed_anew_it_is_the_same()
    {
        var (plan, items) = await stage.Plan(PlanStage.Text("Один"), PlanStage.Text("Два", 11));
        Assert.Null(await InForce(plan));
        await stage.Send(plan);
        Assert.Null(await InForce(plan));
        await stage.Decide(items[0]);
        Assert.Equal(new PlanEdition(1, Today), await InForce(plan));
        Assert.Equal(new PlanEdition(1, Today), await InForce(plan));
        // What is written, sent or returned is not in force.
        await stage.Change(items[0], PlanStage.Text("Иначе"));
        await stage.Send(plan);
        await stage.Decide(items[1], "Уточните срок");
        Assert.Equal(1, (await InForce(plan))!.Value.Number);
        await stage.Decide(items[0]);
        Assert.Equal(2, (await InForce(plan))!.Value.Number);
        // Whom an item is for is no matter of the department's.
        await stage.Change(items[0], PlanStage.Text("Иначе") with { Audience = "Учителя физики" });
        Assert.Equal(2, (await InForce(plan))!.Value.Number);
        Assert.Equal(2, await stage.Sql<int>("select count(*)::int from plan_edition"));
    }

    [Fact]
    public async Task An_item_that_is_taken_out_makes_an_edition_and_a_plan_without_items_has_none()
    {
        var (plan, items) = await stage.Plan(PlanStage.Text("Один"), PlanStage.Text("Два"));
        await stage.Send(plan);
        foreach (var item in items) await stage.Decide(item);
        Assert.Equal(1, (await InForce(plan))!.Value.Number);
        foreach (var (item, edition) in items.Zip([2, (int?)null]))
        {
            var seen = await stage.Item(item);
            await stage.Turn((ItemStore s) => s.Exclude(item, seen.Revision, "Не нужно", stage.Head, Some.Noon));
            await stage.Send(plan);
            await stage.Decide(item);
            Assert.Equal(edition, (await InForce(plan))?.Number);
        }
    }

    [Fact]
    public async Task Two_who_print_at_once_get_one_number()
    {
        var (plan, items) = await stage.Plan(PlanStage.Text("Один"));
        await stage.Send(plan);
        await stage.Decide(items[0]);
        var editions = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => InForce(plan)));
        Assert.All(editions, edition => Assert.Equal(1, edition!.Value.Number));
    }

    [Fact]
    public async Task A_paper_is_known_by_its_code_with_its_edition_or_as_a_draft()
    {
        var (plan, items) = await stage.Plan(PlanStage.Text("Один"));
        await Issue("draft-0123456789", null);
        await stage.Send(plan);
        await stage.Decide(items[0]);
        await Issue("paper-0123456789", await InForce(plan));
        Assert.Equal(new PlanPaper(plan, PlanStage.Year, PaperKind.Plan, null, Some.Noon), await Paper("draft-0123456789"));
        Assert.Equal(new PlanEdition(1, Today), (await Paper("paper-0123456789"))!.Edition);
        Assert.Null(await Paper("paper-012345678"));
        Assert.Equal(Some.Noon, await stage.Turn((EditionStore s) => s.FirstPrinted(plan)));

        Task Issue(string code, PlanEdition? edition) => stage.Turn(async (EditionStore s) =>
        {
            await s.Issue(code, plan, PaperKind.Plan, edition, stage.Head, Some.Noon);
            return 0;
        });
        Task<PlanPaper?> Paper(string code) => stage.Turn((EditionStore s) => s.Paper(code));
    }

    [Fact]
    public async Task What_was_agreed_otherwise_than_before_is_listed_with_who_and_why()
    {
        var (plan, items) = await stage.Plan(PlanStage.Text("Один", 10), PlanStage.Text("Два", 11), PlanStage.Text("Три", 12));
        await stage.Send(plan);
        foreach (var item in items) await stage.Decide(item);
        await stage.Change(items[0], PlanStage.Text("Один", 11) with { Responsible = Responsible.Of(stage.Other) }, "Каникулы");
        var third = await stage.Item(items[2]);
        await stage.Turn((ItemStore s) => s.Exclude(items[2], third.Revision, "Не нужно", stage.Head, Some.Noon));
        await stage.Turn((PlanStore s) => s.Add(plan, [PlanStage.Text("Новый", 12)], stage.Head, Some.Noon));
        await stage.Send(plan);
        await stage.Decide(items[0]);
        await stage.Decide(items[2]);
        await stage.Decide((await stage.Turn((PlanReader r) => r.Items(plan, Some.Noon)))[3].Id);

        var agreed = await stage.Turn((PaperReader r) => r.Agreed(plan));
        var changes = Host.Plan.Papers.PlanChanges.Of(agreed, null);
        Assert.Equal(
        [
            (1, "Срок: октябрь 2026; Ответственный: Тьюторы", "Срок: ноябрь 2026; Ответственный: Котова Ольга Львовна", "Каникулы"),
            (3, "Три", "Исключён", "Не нужно"),
        ], changes.Select(c => (c.Number, c.Before, c.After, c.Reason)));
        Assert.All(changes, change => Assert.Equal("Петрова Анна Ивановна", change.By));
        // Nothing was printed before the fourth item was agreed: then it is no change. After that it is.
        Assert.DoesNotContain(Host.Plan.Papers.PlanChanges.Of(agreed, Some.Noon), change => change.Number == 4);
        var later = Host.Plan.Papers.PlanChanges.Of(agreed, Some.Noon.AddMinutes(-1)).Where(change => change.Number == 4).ToList();
        Assert.Equal("Новый пункт: Новый; Круглый стол; декабрь 2026; Тьюторы", Assert.Single(later).After);
        Assert.Equal("Петрова Анна Ивановна", (await stage.Turn((PaperReader r) => r.LastSigner(plan)))!.FullName);
    }

    [Fact]
    public async Task Who_came_to_meetings_of_an_item_is_counted_once_each()
    {
        var (plan, items) = await stage.Plan(PlanStage.Text("Один"), PlanStage.Text("Два"));
        foreach (var (item, start, state) in new[]
            { (0, "2026-11-02", "Published"), (0, "2026-11-09", "Published"), (0, "2026-11-10", "Cancelled"), (0, "2026-11-30",
                "Published") })
            await stage.Sql<long>($"""
                with s as (
                    insert into seminar (kind, title, starts_at, ends_at, join_link, state, calendar_uid, created_by, created_at,
                        published_at,
                        plan_item_id)
                    values ('RoundTable', 'Стол', '{start}T10:00Z', '{start}T11:00Z', 'https://meet.example.org', '{state}',
                        gen_random_uuid()::text, {stage.Head.Value}, '2026-10-01', '2026-10-01', {items[item].Value}) returning id
                )
                insert into sign_up (seminar_id, person_id, state, came, created_at, confirmed_at)
                select s.id, p.id, 'Confirmed', p.id <> {stage.Other.Value}, '2026-10-01', '2026-10-01' from s, person p
                returning seminar_id
                """);
        var turnout = await stage.Turn((PaperReader r) => r.Turnout(plan, Some.Noon));
        var (one, first) = (Assert.Single(turnout), new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero));
        Assert.Equal((items[0], new ItemTurnout(first, first.AddDays(7), 2, 2)), (one.Key, one.Value));

        // Everybody works in one school from now on; what was held was held with two.
        await stage.Sql<long>($"""
            update person set school_id = (select max(id) from school), leaves_school_at = '{Some.Noon:O}' returning 1
            """);
        Assert.Equal(turnout, await stage.Turn((PaperReader r) => r.Turnout(plan, Some.Noon)));
    }

    private Task<PlanEdition?> InForce(PlanId plan) => stage.Turn((EditionStore s) => s.InForce(plan));
}
