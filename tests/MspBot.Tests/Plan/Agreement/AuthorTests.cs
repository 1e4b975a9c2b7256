using MspBot.Data.Plan;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Plan.Agreement;

/// <summary>
/// One who is head and methodologist at once does not agree a text that they wrote, whoever has touched it since; who has only touched it
/// may.
/// </summary>
public sealed class AuthorTests(TestCluster cluster) : IAsyncLifetime
{
    private PlanStage stage = null!;
    private PersonId both;

    public async ValueTask InitializeAsync()
    {
        stage = await PlanStage.SetUp(cluster);
        both = await stage.Person("Орлова Нина Петровна", "Head");
        await stage.Sql<int>($"""
            insert into person_role (person_id, role, granted_at) values ({both.Value}, 'Methodologist', '{Some.Noon:O}')
            """);
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Theory]
    [InlineData("send")]
    [InlineData("take back")]
    [InlineData("for whom")]
    [InlineData("twice")]
    [InlineData("mark")]
    public async Task What_one_wrote_stays_ones_own_after_another_head_has_touched_it(string touch)
    {
        var (plan, item) = await Written(both, inForce: touch == "mark");
        await stage.Send(plan);
        await Touch(plan, item, touch, stage.Head);

        Assert.Equal(PlanRefusal.OwnItem, (await stage.Decide(item, by: both)).Refusal);
        Assert.Equal(PlanRefusal.OwnItem, (await stage.Decide(item, "Не так", both)).Refusal);
        Assert.Null(await stage.Turn((ReviewReader r) => r.Next(plan, 0, both)));
        var seen = await stage.Turn((PlanStore s) => s.Seen(plan));
        Assert.Equal(PlanRefusal.OwnItem, (await stage.Turn((PlanStore s) => s.AgreeRest(plan, seen, both, Some.Noon))).Refusal);
        // The database refuses it too.
        var refused = await Assert.ThrowsAsync<PostgresException>(() => stage.Sql<int>($"""
            insert into plan_decision (item_id, version, agreed, by_person, at)
            select id, version, true, {both.Value}, '2026-11-24' from plan_item
            """));
        Assert.Contains("one's own", refused.MessageText, StringComparison.Ordinal);
        Assert.Null((await stage.Decide(item)).Refusal);
    }

    [Theory]
    [InlineData("take back")]
    [InlineData("for whom")]
    public async Task Who_has_only_touched_what_another_wrote_may_agree_it(string touch)
    {
        var (plan, item) = await Written(stage.Head, inForce: false);
        await stage.Send(plan);
        await Touch(plan, item, touch, both);

        Assert.Null((await stage.Decide(item, by: both)).Refusal);
    }

    [Fact]
    public async Task Of_two_who_wrote_on_one_draft_neither_agrees_it()
    {
        var (plan, item) = await Written(both, inForce: false);
        await Change(item, PlanStage.Text("Иначе"), stage.Head);
        await stage.Send(plan);

        Assert.Equal(PlanRefusal.OwnItem, (await stage.Decide(item, by: both)).Refusal);
        Assert.Equal(PlanRefusal.OwnItem, (await stage.Decide(item, by: stage.Head)).Refusal);
    }

    [Fact]
    public async Task A_text_that_came_back_is_still_whose_it_was_and_one_that_was_agreed_is_nobodys()
    {
        var (plan, item) = await Written(both, inForce: false);
        await stage.Send(plan);
        await stage.Decide(item, "Уточните срок");
        await Change(item, PlanStage.Text(month: 11), stage.Head);
        await stage.Send(plan);
        Assert.Equal(PlanRefusal.OwnItem, (await stage.Decide(item, by: both)).Refusal);

        await stage.Decide(item);
        await Change(item, PlanStage.Text(month: 10), stage.Head);
        await stage.Send(plan);
        Assert.Null((await stage.Decide(item, by: both)).Refusal);
    }

    [Fact]
    public async Task Who_proposed_to_exclude_it_does_not_agree_that_either()
    {
        var (plan, item) = await Written(stage.Head, inForce: true);
        var now = await stage.Item(item);
        await stage.Turn((ItemStore s) => s.Exclude(item, now.Revision, "Не нужно", both, Some.Noon));
        await stage.Send(plan);
        await Touch(plan, item, "take back", stage.Head);

        Assert.Equal(PlanRefusal.OwnItem, (await stage.Decide(item, by: both)).Refusal);
        Assert.Equal(ItemState.Excluded, (await stage.Decide(item)).After!.State);
    }

    [Fact]
    public async Task A_plan_is_not_sent_where_every_methodologist_wrote_some_of_an_item()
    {
        var (plan, item) = await Written(both, inForce: false);
        await Change(item, PlanStage.Text("Иначе"), stage.Head);
        await stage.Sql<int>($"delete from person_role where role = 'Methodologist' and person_id <> {both.Value}");

        Assert.Equal(PlanRefusal.NoMethodologist, (await stage.Send(plan)).Refusal);
    }

    [Fact]
    public async Task What_nobody_agreed_stays_its_authors_when_another_head_repeats_the_plan_a_year_later()
    {
        await Written(both, inForce: false);
        var (next, later) = (PlanStage.Year.Next, new DateTimeOffset(2027, 6, 1, 9, 0, 0, TimeSpan.Zero));
        var copied = (await stage.Turn((RepeatStore s) => s.Repeat(next, stage.Head, later))).Items[0];
        var plan = (await stage.Item(copied)).Plan;
        await stage.Turn((PlanStore s) => s.Send(plan, stage.Head, later));

        Assert.Equal(PlanRefusal.OwnItem, (await stage.Turn((ItemStore s) => s.Decide(copied, 1, null, both, later))).Refusal);
        Assert.Null((await stage.Turn((ItemStore s) => s.Decide(copied, 1, null, stage.Methodologist, later))).Refusal);
    }

    [Fact]
    public async Task A_methodologist_who_goes_leaves_what_the_other_one_wrote_to_nobody()
    {
        var (plan, _) = await Written(both, inForce: false);
        await stage.Send(plan);
        await stage.Sql<int>($"delete from person_role where role = 'Methodologist' and person_id = {stage.Other.Value}");

        Assert.Equal(1, await stage.Turn((ReviewReader r) => r.LeftWithout(stage.Methodologist)));
    }

    private async Task<(PlanId Plan, PlanItemId Item)> Written(PersonId by, bool inForce)
    {
        var plan = await stage.Plan();
        var item = (await stage.Turn((PlanStore s) => s.Add(plan, [PlanStage.Text()], inForce ? stage.Head : by, Some.Noon))).Items[0];
        if (!inForce) return (plan, item);
        await stage.Send(plan);
        await stage.Decide(item);
        if (by != stage.Head) await Change(item, PlanStage.Text(month: 11), by);
        return (plan, item);
    }

    private async Task Touch(PlanId plan, PlanItemId id, string touch, PersonId by)
    {
        var item = await stage.Item(id);
        switch (touch)
        {
            case "take back":
                await stage.Turn((ItemStore s) => s.TakeBack(id, item.Revision, by, Some.Noon));
                break;
            case "for whom":
                await Change(id, item.Now.Text with { Audience = "Учителя физики" }, by, item.Now.Reason);
                break;
            case "twice":
                await Touch(plan, id, "take back", by);
                await stage.Send(plan);
                await Touch(plan, id, "for whom", by);
                break;
            case "mark":
                await stage.Turn((ItemStore s) => s.MarkDone(id, item.Revision, new(2026, 11, 2), null, by, Some.Noon));
                break;
        }
        await stage.Send(plan);
    }

    private async Task Change(PlanItemId id, ItemText text, PersonId by, string? reason = null)
    {
        var item = await stage.Item(id);
        Assert.Null((await stage.Turn((ItemStore s) => s.Change(id, item.Revision, text, reason, by, Some.Noon))).Refusal);
    }
}
