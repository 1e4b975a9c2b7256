using MspBot.Data.Digests;
using MspBot.Data.Plan;
using MspBot.Data.Plan.Facts;
using MspBot.Tests.Plan;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Log;

/// <summary>What stores and SQL do without the bot has no line, and is found; after what the bot does each story asks.</summary>
public sealed class LogAuditTests(TestCluster cluster)
{
    [Fact]
    public async Task Every_step_of_a_plan_without_a_line_is_found()
    {
        await using var world = await World.Open(cluster);
        (await world.HeadOfPlan()).StartedEarlier();
        await world.Methodologist();
        var draft = (await world.HasPlan([PlanStage.Text(month: 11)], agreed: false))[0];
        Assert.Equal("plan item", await Found(world));
        await world.Pass(TimeSpan.FromMinutes(1));
        await world.Sends(draft);
        Assert.Equal("plan item, plan sending", await Found(world));
        var plan = (await world.Item(draft)).Plan;
        await world.Turn(async (PlanReminderStore s) =>
        {
            await s.Reminded(plan, world.Clock.GetUtcNow());
            return 0;
        });
        Assert.Equal("plan item, plan reminder, plan sending", await Found(world));
        await world.Pass(TimeSpan.FromMinutes(1));
        await world.Decided(draft);
        Assert.Equal("plan decision, plan item, plan reminder, plan sending", await Found(world));
        await world.Turn((PlanStore s) => s.Tell(plan, world.Clock.GetUtcNow()));
        Assert.Equal("plan decision, plan item, plan reminder, plan review, plan sending", await Found(world));
        var item = await world.Item(draft);
        var marked = await world.Turn((ItemStore s) =>
            s.MarkDone(draft, item.Revision, new(2026, 11, 2), null, item.Now.By, world.Clock.GetUtcNow()));
        Assert.Equal("plan decision, plan item, plan mark, plan reminder, plan review, plan sending", await Found(world));

        // A line about the mark is none about its being taken back.
        await Line(world, "PlanItemDone", "PlanItem", draft.Value);
        Assert.DoesNotContain("plan mark", await Found(world), StringComparison.Ordinal);
        await world.Pass(TimeSpan.FromMinutes(1));
        await world.Turn((ItemStore s) => s.Unmark(draft, marked.After!.Revision, world.Clock.GetUtcNow()));
        Assert.Contains("plan mark", await Found(world), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assignment", "insert into tutoring_assignment (tutor_id, school_id, since, made_by, made_at) "
        + "select min(id), min(school_id), '2026-11-24', min(id), {0} from person")]
    [InlineData("assignment", "insert into tutoring_assignment (tutor_id, school_id, since, made_by, ended_on, ended_at) "
        + "select min(id), min(school_id), '2026-11-01', min(id), '2026-11-24', {0} from person")]
    [InlineData("reply", "insert into feedback_reply (seminar_id, text, by_person, at) select min(s.id), 'Учли', min(p.id), {0} "
        + "from seminar s, person p")]
    [InlineData("personal links", "insert into roster_list (school_id, links, made_at) select min(school_id), 2, {0} from person")]
    [InlineData("goal", "insert into effect_goal (year, figure, goal, by_person, at) select 2026, 'Schools', 80, min(id), {0} from person")]
    [InlineData("conclusion", "insert into conclusion (label, first_day, last_day, words, by_person, at, sent_at) "
        + "select 'Год', '2026-09-01', '2026-11-01', 'Хорошо', min(id), {0}, {0} from person")]
    [InlineData("taken mark", "update seminar set unmarked_at = {0}")]
    [InlineData("seminar", "update seminar set tied_at = {0}")]
    [InlineData("material", "with added as (insert into material (name, kind, state, added_by, added_at) "
        + "select 'Памятка', 'Document', 'Checking', min(id), {0} from person returning id, added_at) "
        + "insert into seminar_material (seminar_id, material_id, added_at) select s.id, a.id, a.added_at from seminar s, added a")]
    [InlineData("library", "with one as (insert into material (name, kind, added_by, added_at, in_library, state, edition, shown_at) "
        + "select 'Памятка', 'Document', min(id), {0}, true, 'Shown', 1, {0} from person returning id, added_by) "
        + "insert into material_edition (material_id, nr, url, by_person, at) select id, 1, 'https://e.org', added_by, {0} from one")]
    [InlineData("broadcast", "insert into broadcast (by_person, audience, words, state, shown, created_at, pressed_at, starts_at) "
        + "select min(id), 'null', 'Коллеги', 'Waiting', 0, {0}, {0}, {0} from person")]
    public async Task What_has_no_line_is_found(string kind, string sql)
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        await world.Seminar();
        await world.Sql<int>("update log_since set at = at + interval '1 second'");
        Assert.Equal("", await Found(world));

        await world.Pass(TimeSpan.FromMinutes(1));
        await world.Sql<int>(sql.Replace("{0}", $"'{world.Clock.GetUtcNow():O}'", StringComparison.Ordinal));

        Assert.Equal(kind, await Found(world));
    }

    [Fact]
    public async Task Each_night_looks_at_what_came_since_the_last_one_and_what_was_found_stays_in_sight()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        await world.Seminar();
        await world.Pass(TimeSpan.FromMinutes(1));
        var before = (await Night(world)).Unlogged;
        await world.Pass(TimeSpan.FromHours(2));
        await world.Sql<int>($"update seminar set unmarked_at = '{world.Clock.GetUtcNow():O}'");
        await world.Pass(TimeSpan.FromHours(22));
        Assert.Equal(before + 1, (await Night(world)).Unlogged);
        await world.Pass(TimeSpan.FromDays(1));
        Assert.Equal(before + 1, (await Night(world)).Unlogged);
        Assert.Equal(0, await world.Sql<int>("select unlogged from self_audit order by day desc limit 1"));
    }

    private static async Task<Domain.Digests.SelfAudit> Night(World world)
    {
        var now = world.Clock.GetUtcNow();
        await world.Turn(async (AuditStore s) =>
        {
            await s.Run(DateOnly.FromDateTime(now.UtcDateTime), now);
            return 0;
        });
        return await world.Turn(async (AuditStore s) => (await s.Latest())!);
    }

    private static Task<int> Line(World world, string action, string subject, long id) => world.Sql<int>(
        $"insert into action_log (at, action, subject, subject_id) values ('{world.Clock.GetUtcNow():O}', '{action}', '{subject}', {id})");

    private static async Task<string> Found(World world) => await world.Sql<string>($"""
        select coalesce(string_agg(distinct kind, ', ' order by kind), '')
        from ({LogAudit.All.Replace("@since", "(select at from log_since)", StringComparison.Ordinal)}) found
        -- Roles are given by SQL here.
        where kind <> 'role'
        """) ?? "";
}
