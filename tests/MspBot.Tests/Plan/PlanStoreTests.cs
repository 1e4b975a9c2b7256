using MspBot.Data.Plan;
using MspBot.Domain.Plan;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Plan;

/// <summary>The table of states of an item, deed by deed.</summary>
public sealed class PlanStoreTests(TestCluster cluster) : IAsyncLifetime
{
    private PlanStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await PlanStage.SetUp(cluster);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task An_item_goes_from_draft_to_agreed_and_its_change_leaves_the_agreed_version_in_force()
    {
        var (plan, items) = await stage.Plan(PlanStage.Text(), PlanStage.Text("Семинар", 11));
        Assert.Equal([1, 2], (await stage.Turn((PlanReader r) => r.Items(plan, Some.Noon))).Select(i => i.Number));
        Assert.Null((await stage.Send(plan)).Refusal);
        var sent = await stage.Item(items[0]);
        Assert.Equal((ItemState.Submitted, 1, Some.Noon), (sent.State, sent.Now.Version, sent.Now.SentAt));

        var agreed = (await stage.Decide(items[0])).After!;
        Assert.Equal((ItemState.Agreed, 1), (agreed.State, agreed.InForce!.Version));

        var changed = (await stage.Change(items[0], PlanStage.Text(month: 11), "раньше")).After!;
        Assert.Equal((ItemState.Draft, 2, 1), (changed.State, changed.Now.Version, changed.InForce!.Version));
        Assert.Equal((PlanStage.Month(11), PlanStage.Month(12)), (changed.Now.Text.Term, changed.InForce.Text.Term));
        // Nobody has read the second version: it is written over.
        Assert.Equal(2, (await stage.Change(items[0], PlanStage.Text(month: 10), "ещё раньше")).After!.Now.Version);

        await stage.Send(plan);
        var again = (await stage.Decide(items[0])).After!;
        Assert.Equal((ItemState.Agreed, 2, 2), (again.State, again.Now.Version, again.InForce!.Version));
        Assert.Equal(new PlanCounts(0, 1, 1, 0, 0) { InForce = 1 }, (await stage.Turn((PlanReader r) => r.One(plan)))!.Counts);
    }

    [Fact]
    public async Task A_returned_item_keeps_its_remark_until_it_is_written_anew()
    {
        var (plan, items) = await stage.Plan(PlanStage.Text());
        await stage.Send(plan);
        var returned = (await stage.Decide(items[0], "Кто отвечает?")).After!;
        Assert.Equal((ItemState.Returned, "Кто отвечает?"), (returned.State, returned.Remark));
        var written = (await stage.Change(items[0], PlanStage.Text("Другое"))).After!;
        Assert.Equal((ItemState.Draft, 2, null), (written.State, written.Now.Version, written.Remark));
        Assert.Null(written.InForce);
    }

    [Fact]
    public async Task The_first_of_two_deeds_on_what_both_have_read_wins()
    {
        var (plan, items) = await stage.Plan(PlanStage.Text());
        await stage.Send(plan);
        var seen = await stage.Item(items[0]);
        var first = await stage.Turn((ItemStore s) => s.Decide(items[0], seen.Now.Version, null, stage.Methodologist, Some.Noon));
        Assert.Null(first.Refusal);
        Assert.Equal(PlanRefusal.ChangedMeanwhile,
            (await stage.Turn((ItemStore s) => s.Decide(items[0], seen.Now.Version, "Не так", stage.Other, Some.Noon))).Refusal);
        Assert.Equal(PlanRefusal.ChangedMeanwhile,
            (await stage.Turn((ItemStore s) => s.TakeBack(items[0], seen.Revision, stage.Head, Some.Noon))).Refusal);
    }

    [Fact]
    public async Task Nobody_agrees_what_they_wrote()
    {
        var (plan, items) = await stage.Plan(PlanStage.Text());
        await stage.Send(plan);
        Assert.Equal(PlanRefusal.OwnItem, (await stage.Decide(items[0], by: stage.Head)).Refusal);
        // The database refuses it too.
        var refused = await Assert.ThrowsAsync<PostgresException>(() => stage.Sql<int>("""
            insert into plan_decision (item_id, version, agreed, by_person, at) select id, 1, true, @by, '2026-11-24' from plan_item
            """, new { by = stage.Head.Value }));
        Assert.Contains("one's own", refused.MessageText);
    }

    [Fact]
    public async Task What_was_sent_does_not_change_in_the_database()
    {
        var (plan, _) = await stage.Plan(PlanStage.Text());
        await stage.Sql<int>("update plan_item_version set title = 'Иначе'");
        await stage.Send(plan);
        await Assert.ThrowsAsync<PostgresException>(() => stage.Sql<int>("update plan_item_version set title = 'Ещё иначе'"));
        await Assert.ThrowsAsync<PostgresException>(() => stage.Sql<int>("delete from plan_item_version"));
    }

    [Fact]
    public async Task Excluding_an_agreed_item_is_agreed_and_its_number_is_not_given_again()
    {
        var (plan, items) = await stage.Plan(PlanStage.Text());
        await stage.Send(plan);
        var agreed = (await stage.Decide(items[0])).After!;
        var excluding = (await stage.Turn((ItemStore s) => s.Exclude(items[0], agreed.Revision, "Не нужно", stage.Head, Some.Noon))).After!;
        Assert.Equal((ItemState.Draft, true, 1), (excluding.State, excluding.Now.IsExcluding, excluding.InForce!.Version));
        await stage.Send(plan);
        Assert.Equal(ItemState.Excluded, (await stage.Decide(items[0])).After!.State);
        var next = (await stage.Turn((PlanStore s) => s.Add(plan, [PlanStage.Text()], stage.Head, Some.Noon))).Items[0];
        Assert.Equal(2, (await stage.Item(next)).Number);
        Assert.Null(await stage.Turn((ItemStore s) => s.Drop(next, 1, Some.Noon)));
        var after = (await stage.Turn((PlanStore s) => s.Add(plan, [PlanStage.Text()], stage.Head, Some.Noon))).Items[0];
        Assert.Equal(3, (await stage.Item(after)).Number);
    }

    [Fact]
    public async Task The_audience_is_no_matter_of_the_department()
    {
        var (plan, items) = await stage.Plan(PlanStage.Text());
        await stage.Send(plan);
        await stage.Decide(items[0]);
        var changed = (await stage.Change(items[0], PlanStage.Text() with { Audience = "Учителя физики" })).After!;
        Assert.Equal((ItemState.Agreed, "Учителя физики"), (changed.State, changed.InForce!.Text.Audience));
    }

    [Fact]
    public async Task The_rest_is_agreed_as_it_was_seen_and_told_once()
    {
        var (plan, items) = await stage.Plan(PlanStage.Text("Один"), PlanStage.Text("Два"), PlanStage.Text("Три"));
        await stage.Send(plan);
        await stage.Decide(items[1], "Уточните срок");
        var seen = await stage.Turn((PlanStore s) => s.Seen(plan));
        var old = await stage.Item(items[2]);
        await stage.Turn((ItemStore s) => s.TakeBack(items[2], old.Revision, stage.Head, Some.Noon));
        Assert.Equal(PlanRefusal.ChangedMeanwhile,
            (await stage.Turn((PlanStore s) => s.AgreeRest(plan, seen, stage.Methodologist, Some.Noon))).Refusal);
        seen = await stage.Turn((PlanStore s) => s.Seen(plan));
        Assert.Equal([items[0]],
            (await stage.Turn((PlanStore s) => s.AgreeRest(plan, seen, stage.Methodologist, Some.Noon))).Items.Select(item => item.Id));

        var told = await stage.Turn((PlanStore s) => s.Tell(plan, Some.Noon));
        Assert.Equal([(2, "Уточните срок"), (1, null)], told.Select(t => (t.Number, t.Remark)));
        Assert.Empty(await stage.Turn((PlanStore s) => s.Tell(plan, Some.Noon)));
    }

    [Fact]
    public async Task Sending_needs_somebody_else_who_can_agree()
    {
        var (plan, _) = await stage.Plan(PlanStage.Text());
        await stage.Sql<int>("delete from person_role where role = 'Methodologist'");
        Assert.Equal(PlanRefusal.NoMethodologist, (await stage.Send(plan)).Refusal);
    }

    [Fact]
    public async Task A_mark_by_hand_is_a_fact_and_can_be_taken_back()
    {
        var (plan, items) = await stage.Plan(PlanStage.Text(month: 10));
        await stage.Send(plan);
        await stage.Decide(items[0]);
        var zone = new MspBot.Domain.Clock.SiteZone(TimeZoneInfo.Utc);
        Assert.Equal(Fact.Overdue, (await stage.Item(items[0])).FactAt(Some.Noon, zone));
        var day = new DateOnly(2026, 11, 2);
        var seen = (await stage.Item(items[0])).Revision;
        var marked = (await stage.Turn((ItemStore s) => s.MarkDone(items[0], seen, day, "Отчёт сдан", stage.Head, Some.Noon))).After!;
        Assert.Equal(Fact.DoneLate, marked.FactAt(Some.Noon, zone));
        Assert.Equal(Fact.Overdue, (await stage.Turn((ItemStore s) => s.Unmark(items[0], marked.Revision, Some.Noon))).After!
            .FactAt(Some.Noon, zone));
    }
}
