using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Agreement;

/// <summary>Each pair of deeds that can meet on one item or one plan, at the same moment, many times over.</summary>
public sealed class PlanRaceTests(TestCluster cluster)
{
    private const int Rounds = 8;

    private static readonly string[] OnSubmitted = ["agree", "return", "agree rest", "change", "take back", "exclude"];
    private static readonly string[] OnMarked = ["mark", "unmark", "change", "exclude"];

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var (one, n) in OnSubmitted.Select((one, n) => (one, n)))
        {
            foreach (var other in OnSubmitted[n..]) pairs.Add(one, other);
        }
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Of_two_deeds_on_what_both_have_read_one_is_done(string one, string other)
    {
        await using var stage = await PlanStage.SetUp(cluster);
        var plan = await stage.Plan();
        for (var round = 0; round < Rounds; round++)
        {
            var item = await Submitted(stage, plan, inForce: round % 2 == 0);
            var seen = await stage.Turn((PlanStore s) => s.Seen(plan));
            var results = await Task.WhenAll(Deed(stage, one, item, seen, 0), Deed(stage, other, item, seen, 1));

            Assert.Single(results, refusal => refusal is null);
            Assert.Single(results, refusal => refusal is PlanRefusal.ChangedMeanwhile);
            await Invariant(stage);
            await stage.Sql<int>("update plan_item set state = 'Excluded' where state = 'Submitted'");
        }
    }

    public static TheoryData<string, string> PairsWithMark() => [.. OnMarked.SelectMany(one => OnMarked.Select(other => (one, other)))
        .Where(pair => string.CompareOrdinal(pair.one, pair.other) <= 0 && pair is not ("mark", "unmark"))];

    [Theory]
    [MemberData(nameof(PairsWithMark))]
    public async Task Of_two_deeds_of_heads_on_what_is_in_force_one_is_done(string one, string other)
    {
        await using var stage = await PlanStage.SetUp(cluster);
        var plan = await stage.Plan();
        for (var round = 0; round < Rounds; round++)
        {
            var id = (await Submitted(stage, plan, inForce: false)).Id;
            var item = (await stage.Decide(id)).After!;
            if (one == "unmark" || other == "unmark") item = (await Mark(stage, item)).After!;
            var results = await Task.WhenAll(Deed(stage, one, item, 0, 0), Deed(stage, other, item, 0, 1));

            Assert.Single(results, refusal => refusal is null);
            Assert.Single(results,
                refusal => refusal is PlanRefusal.ChangedMeanwhile or PlanRefusal.AlreadyDone or PlanRefusal.NotMarked);
            Assert.Equal(item.Revision + 1, (await stage.Item(id)).Revision);
        }
    }

    [Theory]
    [InlineData("agree")]
    [InlineData("return")]
    [InlineData("agree rest")]
    public async Task A_mark_comes_before_a_decision_and_disturbs_none_or_is_too_late(string decision)
    {
        await using var stage = await PlanStage.SetUp(cluster);
        var plan = await stage.Plan();
        for (var round = 0; round < Rounds; round++)
        {
            var item = await Submitted(stage, plan, inForce: true);
            var seen = await stage.Turn((PlanStore s) => s.Seen(plan));
            var results = await Task.WhenAll(Deed(stage, decision, item, seen, 0), Deed(stage, "mark", item, seen, 1));

            Assert.Null(results[0]);
            Assert.True(results[1] is null or PlanRefusal.ChangedMeanwhile);
            Assert.Equal(results[1] is null, (await stage.Item(item.Id)).DoneOn is not null);
            await Invariant(stage);
        }
    }

    [Fact]
    public async Task What_is_sent_is_what_was_written_before_or_a_change_comes_too_late()
    {
        await using var stage = await PlanStage.SetUp(cluster);
        var plan = await stage.Plan();
        for (var round = 0; round < Rounds; round++)
        {
            var item = (await stage.Turn((PlanStore s) => s.Add(plan, [PlanStage.Text()], stage.Head, Some.Noon))).Items[0];
            var sending = stage.Send(plan);
            var changing = stage.Turn((ItemStore s) => s.Change(item, 1, PlanStage.Text("Иначе"), null, stage.Head, Some.Noon));
            var (sent, changed) = (await sending, await changing);

            Assert.Null(sent.Refusal);
            var after = await stage.Item(item);
            Assert.Equal(ItemState.Submitted, after.State);
            Assert.Equal(changed.Refusal is null ? "Иначе" : PlanStage.Text().Title, after.Now.Text.Title);
            Assert.True(changed.Refusal is null or PlanRefusal.ChangedMeanwhile);
            await Invariant(stage);
        }
    }

    [Fact]
    public async Task A_draft_is_dropped_or_sent()
    {
        await using var stage = await PlanStage.SetUp(cluster);
        var plan = await stage.Plan();
        for (var round = 0; round < Rounds; round++)
        {
            var item = (await stage.Turn((PlanStore s) => s.Add(plan, [PlanStage.Text()], stage.Head, Some.Noon))).Items[0];
            var sending = stage.Send(plan);
            var dropping = stage.Turn((ItemStore s) => s.Drop(item, 1, Some.Noon));
            var (sent, dropped) = (await sending, await dropping);

            Assert.True(sent.Refusal is null != dropped is null, $"{sent.Refusal}, {dropped}");
            Assert.Equal(dropped is null ? 0 : 1, await stage.Sql<int>($"select count(*) from plan_item where id = {item.Value}"));
            await Invariant(stage);
        }
    }

    [Fact]
    public async Task Two_who_end_a_review_at_once_tell_each_decision_once()
    {
        await using var stage = await PlanStage.SetUp(cluster);
        var plan = await stage.Plan();
        for (var round = 0; round < Rounds; round++)
        {
            var item = await Submitted(stage, plan, inForce: false);
            await stage.Decide(item.Id);
            var told = await Task.WhenAll(stage.Turn((PlanStore s) => s.Tell(plan, Some.Noon)),
                stage.Turn((PlanStore s) => s.Tell(plan, Some.Noon)));
            Assert.Equal([item.Id], told.SelectMany(one => one).Select(one => one.Item));
        }
    }

    [Fact]
    public async Task Last_years_plan_is_repeated_once_and_what_was_left_is_carried_over_once()
    {
        await using var stage = await PlanStage.SetUp(cluster);
        var (_, items) = await stage.Plan(PlanStage.Text("Один"), PlanStage.Text("Два", 10));
        var next = PlanStage.Year.Next;
        var later = new DateTimeOffset(2027, 9, 2, 9, 0, 0, TimeSpan.Zero);
        var repeated = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            stage.Turn((RepeatStore s) => s.Repeat(next, stage.Head, later))));
        Assert.Single(repeated, result => result.Refusal is null);
        Assert.Equal(3, repeated.Count(result => result.Refusal == PlanRefusal.PlanExists));
        Assert.Equal(2, await Count(stage, next));

        await stage.Sql<int>($"""
            update plan_item set state = 'Agreed', agreed_version = 1 where id = any(array[{items[0].Value}, {items[1].Value}]);
            update plan_item_version v set title = title || ' заново' from plan_item i join plan p on p.id = i.plan_id
            where v.item_id = i.id and p.year = {next.First}
            """);
        var carried = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            stage.Turn((RepeatStore s) => s.CarryOver(next, stage.Head, later))));
        Assert.Single(carried, result => result.Refusal is null);
        Assert.Equal(4, await Count(stage, next));
    }

    [Fact]
    public async Task Twenty_who_add_at_once_get_twenty_numbers()
    {
        await using var stage = await PlanStage.SetUp(cluster);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async n =>
        {
            var plan = await stage.Plan();
            await stage.Turn((PlanStore s) => s.Add(plan, [PlanStage.Text($"Пункт {n}")], stage.Head, Some.Noon));
        }));
        Assert.Equal(20, await stage.Sql<int>("select count(distinct number) from plan_item where number between 1 and 20"));
        Assert.Equal(1, await stage.Sql<int>("select count(*) from plan"));
    }

    [Fact]
    public async Task Marked_twice_at_once_it_is_marked_once()
    {
        await using var stage = await PlanStage.SetUp(cluster);
        var plan = await stage.Plan();
        var item = await Submitted(stage, plan, inForce: true);
        var day = new DateOnly(2026, 11, 2);
        var marks = await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            stage.Turn((ItemStore s) => s.MarkDone(item.Id, item.Revision, day, $"{n}", stage.Head, Some.Noon))));
        Assert.Single(marks, mark => mark.Refusal is null);
        Assert.Equal(7, marks.Count(mark => mark.Refusal == PlanRefusal.AlreadyDone));
    }

    private static async Task<PlanRefusal?> Deed(PlanStage stage, string deed, ItemDetails item, long seen, int side)
    {
        var reader = side == 0 ? stage.Methodologist : stage.Other;
        var text = PlanStage.Text($"Изменено {side}");
        return deed switch
        {
            "agree" => (await stage.Turn((ItemStore s) => s.Decide(item.Id, item.Now.Version, null, reader, Some.Noon))).Refusal,
            "return" => (await stage.Turn((ItemStore s) => s.Decide(item.Id, item.Now.Version, "Не так", reader, Some.Noon))).Refusal,
            "agree rest" => (await stage.Turn((PlanStore s) => s.AgreeRest(item.Plan, seen, reader, Some.Noon))).Refusal,
            "change" => (await stage.Turn((ItemStore s) =>
                s.Change(item.Id, item.Revision, text, "Почему", stage.Head, Some.Noon))).Refusal,
            "mark" => (await Mark(stage, item)).Refusal,
            "unmark" => (await stage.Turn((ItemStore s) => s.Unmark(item.Id, item.Revision, Some.Noon))).Refusal,
            "take back" => (await stage.Turn((ItemStore s) => s.TakeBack(item.Id, item.Revision, stage.Head, Some.Noon))).Refusal,
            _ => (await stage.Turn((ItemStore s) => s.Exclude(item.Id, item.Revision, "Не нужно", stage.Head, Some.Noon))).Refusal,
        };
    }

    private static Task<ItemResult> Mark(PlanStage stage, ItemDetails item) => stage.Turn((ItemStore s) =>
        s.MarkDone(item.Id, item.Revision, new(2026, 11, 2), "Сделано", stage.Head, Some.Noon));

    private static async Task<ItemDetails> Submitted(PlanStage stage, PlanId plan, bool inForce)
    {
        await stage.Sql<int>("update plan_item set state = 'Excluded' where state = 'Draft'");
        var id = (await stage.Turn((PlanStore s) => s.Add(plan, [PlanStage.Text()], stage.Head, Some.Noon))).Items[0];
        await stage.Send(plan);
        if (inForce)
        {
            await stage.Decide(id);
            await stage.Change(id, PlanStage.Text(month: 11), "Раньше");
            await stage.Send(plan);
        }
        return await stage.Item(id);
    }

    private static Task<int> Count(PlanStage stage, SchoolYear year) =>
        stage.Sql<int>($"select count(*) from plan_item i join plan p on p.id = i.plan_id where p.year = {year.First}");

    /// <summary>What is true whatever met whatever.</summary>
    private static async Task Invariant(PlanStage stage) => Assert.Equal(0, await stage.Sql<int>("""
        select count(*)
        from plan_item i
        join plan_item_version v on v.item_id = i.id and v.version = i.version
        left join plan_decision d on d.item_id = i.id and d.version = i.version
        where (i.state = 'Submitted' and (v.sent_at is null or d.item_id is not null))
           or (i.state = 'Draft' and (v.sent_at is not null or d.item_id is not null))
           or (i.state = 'Agreed' and d.agreed is not true)
           or (i.state = 'Returned' and d.remark is null)
        """));
}
