using MspBot.Data.Plan;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Agreement;

/// <summary>Buttons of other roles, pressed with all that they carry: nothing of the plan changes.</summary>
public sealed class ForgedPressStories(TestCluster cluster)
{
    private const string Plans = """
        select md5(string_agg(t, ',')) from (
            select string_agg(i::text, ',' order by id) as t from plan_item i
            union all select string_agg(p::text, ',' order by id) from plan p
            union all select string_agg(v::text, ',' order by item_id, version) from plan_item_version v
            union all select string_agg(d::text, ',' order by item_id, version) from plan_decision d) all_of_it
        """;

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Tutor)]
    [InlineData(Role.SchoolHead)]
    [InlineData(Role.Observer)]
    [InlineData(Role.Methodologist)]
    [InlineData(Role.Head)]
    public async Task Nobody_does_what_is_another_roles(Role role)
    {
        await using var world = await World.Open(cluster);
        (await world.HeadOfPlan()).StartedEarlier();
        (await world.Methodologist()).StartedEarlier();
        var done = (await world.HasPlan([PlanStage.Text("Согласованный")]))[0];
        var agreed = await world.Item(done);
        await world.Turn((ItemStore s) => s.MarkDone(done, agreed.Revision, new(2026, 11, 2), null, new(1), world.Clock.GetUtcNow()));
        var waits = await world.Item((await world.SentPlan(1))[0]);
        var draft = await world.Item((await world.HasPlan([PlanStage.Text("Черновик")], agreed: false))[0]);
        var seen = await world.Turn((PlanStore s) => s.Seen(draft.Plan));
        var stranger = (await world.Teacher(90_000, "Чужаков Пётр Иванович", role == Role.Teacher ? null : $"{role}")).StartedEarlier();
        await stranger.Types("/about");
        await stranger.Sees("площадк");
        var before = await world.Sql<string>(Plans);

        foreach (var press in Heads(waits, draft, agreed).Where(_ => role != Role.Head)
            .Concat(Methodologists(waits, seen).Where(_ => role != Role.Methodologist)))
        {
            await stranger.TapsData(stranger.Chat.Last(m => m.FromBot), press);
            await world.Idle();
            Assert.Equal(before, await world.Sql<string>(Plans));
            Assert.Equal(0, await world.Sql<int>($"select count(*) from dialog where chat_id = {stranger.Id}"));
        }
        Assert.Equal(0, await world.Sql<int>("select count(*) from action_log where subject in ('Plan', 'PlanItem')"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Theory]
    [InlineData("c:plan:1:show")]
    [InlineData("c:plan:99999:show")]
    [InlineData("c:pl:1:show:99999.Draft")]
    [InlineData("c:pl:1:show:-1.Nobody")]
    [InlineData("c:pv:1:agree")]
    [InlineData("c:pv:1:agree:x.y")]
    [InlineData("c:pv:1:agree:99999999999999")]
    [InlineData("c:pv:1:agree:7")]
    [InlineData("c:pm:1:ask")]
    [InlineData("c:pm:1:ask-all:5.99999999999999999")]
    [InlineData("c:pm:1:ask:5.1")]
    [InlineData("n:plan-done:1.99999999999999")]
    [InlineData("c:pm:1:rest:abc")]
    [InlineData("c:pm:1:all:-5")]
    [InlineData("c:pm:1:dance")]
    [InlineData("c:ps:1:dance")]
    [InlineData("c:pr:1:last")]
    [InlineData("c:pr:2055:last")]
    [InlineData("c:pd:1:back:")]
    [InlineData("c:pd:1:keep:7.7")]
    [InlineData("c:pe:1:field:Nothing")]
    [InlineData("c:pc:1:show:99")]
    [InlineData("c:ph:1:show:99")]
    [InlineData("c:pph:1:show:99")]
    [InlineData("n:plan-add:99999")]
    [InlineData("n:plan-add:-1")]
    [InlineData("n:plan-change:1.1")]
    [InlineData("n:plan-change:1.1.Nothing")]
    [InlineData("n:plan-return:1.7")]
    [InlineData("n:plan-exclude:1")]
    [InlineData("n:plan-done:x")]
    [InlineData("n:plan-find:x")]
    public async Task Whoever_has_every_role_forges_nothing_that_breaks_or_changes_anything(string press)
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        await world.Grant(World.HeadId, Role.Methodologist);
        (await world.Methodologist()).StartedEarlier();
        await world.SentPlan(1);
        var before = await world.Sql<string>(Plans);
        await head.Opens(press);
        await world.Idle();
        Assert.Equal(before, await world.Sql<string>(Plans));
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox where error is not null"));
        Assert.Empty(world.Telegram.Violations);
    }

    private static IEnumerable<string> Heads(ItemDetails waits, ItemDetails draft, ItemDetails agreed) =>
    [
        $"c:ps:{draft.Plan.Value}:go", "c:pr:2026:last", "c:pr:2027:last", "c:pr:2026:carry",
        $"c:pd:{waits.Id.Value}:back:{waits.Revision}", $"c:pd:{waits.Id.Value}:keep:{waits.Revision}",
        $"c:pd:{agreed.Id.Value}:unmark:{agreed.Revision + 1}", $"c:pe:{draft.Id.Value}:field:Title", "n:plan-add:2026",
        $"n:plan-change:{draft.Id.Value}.{draft.Revision}.Title", $"n:plan-exclude:{draft.Id.Value}.{draft.Revision}",
        $"n:plan-done:{agreed.Id.Value}.{agreed.Revision}",
    ];

    private static IEnumerable<string> Methodologists(ItemDetails waits, long seen) =>
    [
        $"c:pv:{waits.Id.Value}:agree:1", $"c:pm:{waits.Plan.Value}:rest:{seen}", $"c:pm:{waits.Plan.Value}:all:{seen}",
        $"c:pm:{waits.Plan.Value}:finish", $"n:plan-return:{waits.Id.Value}.1",
    ];
}
