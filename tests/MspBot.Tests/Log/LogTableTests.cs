using System.Text.RegularExpressions;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Log;

/// <summary>The table keeps what was written, and takes nothing but numbers and codes.</summary>
public sealed partial class LogTableTests(TestCluster cluster)
{
    [Fact]
    public async Task A_line_is_kept_with_whom_it_touches()
    {
        await using var stage = await LogStage.SetUp(cluster);

        await stage.Write(LogStage.Line(detail: LogDetail.Of("role", Role.Tutor)) with
        { People = [new(3), new(2), new(3)], School = new(1) });

        Assert.Equal("1 Head RoleGiven Person 2 1 {\"role\": \"Tutor\"}", await stage.Value<string>("""
            select concat_ws(' ', actor_id, role, action, subject, subject_id, school_id, detail) from action_log
            """));
        Assert.Equal([2L, 3L], await stage.Values<long>("select person_id from action_log_person order by 1"));
    }

    [Theory]
    [InlineData("update action_log set action = 'RoleTaken'")]
    [InlineData("delete from action_log")]
    [InlineData("delete from action_log_person")]
    [InlineData("update action_log_person set person_id = 4")]
    [InlineData("truncate action_log cascade")]
    [InlineData("truncate action_log_person")]
    [InlineData("truncate person cascade")]
    public async Task A_line_is_neither_changed_nor_deleted(string sql)
    {
        await using var stage = await LogStage.SetUp(cluster);
        await stage.Write(LogStage.Line());

        var refused = await Assert.ThrowsAsync<PostgresException>(() => stage.Run(sql));

        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
        Assert.Equal("RoleGiven 2", await stage.Value<string>("""
            select concat_ws(' ', l.action, p.person_id) from action_log l join action_log_person p on p.line_id = l.id
            """));
    }

    [Fact]
    public async Task Retention_says_so_and_takes_a_line_with_its_people()
    {
        await using var stage = await LogStage.SetUp(cluster);
        await stage.Write(LogStage.Line());

        await stage.Run("begin; set local mspbot.retention = 'on'; delete from action_log; commit");

        Assert.Equal(0, await stage.Value<int>("select count(*) from action_log_person"));
        await stage.Write(LogStage.Line());
        await Assert.ThrowsAsync<PostgresException>(() => stage.Run("delete from action_log"));
    }

    [Theory]
    [InlineData("'RoleLost', 'Person', '{}'")]
    [InlineData("'RoleGiven', 'Pupil', '{}'")]
    [InlineData("'RoleGiven', 'Person', '[]'")]
    [InlineData("'RoleGiven', 'Person', '{\"name\": \"Петрова\"}'")]
    [InlineData("'RoleGiven', 'Person', jsonb_build_object('of', repeat('x', 2048))")]
    public async Task Words_and_what_is_not_in_the_lists_are_refused(string values)
    {
        await using var stage = await LogStage.SetUp(cluster);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => stage.Run(
            $"insert into action_log (at, action, subject, detail) select '{Some.Today:O}', {values}"));

        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    [Fact]
    public async Task One_effect_logs_once()
    {
        await using var stage = await LogStage.SetUp(cluster);
        await stage.Write(LogStage.Line() with { Dialog = 7 }, LogStage.Line(), LogStage.Line());

        var refused = await Assert.ThrowsAsync<PostgresException>(() => stage.Write(LogStage.Line() with { Dialog = 7 }));

        Assert.Equal("action_log_dialog", refused.ConstraintName);
    }

    [Theory]
    [InlineData("action_log_action", typeof(LogAction))]
    [InlineData("action_log_subject", typeof(LogSubject))]
    [InlineData("action_log_role_check", typeof(Role))]
    public async Task The_lists_of_the_table_are_those_of_the_program(string constraint, Type list)
    {
        await using var stage = await LogStage.SetUp(cluster);

        var check = await stage.Value<string>($"select pg_get_constraintdef(oid) from pg_constraint where conname = '{constraint}'");

        Assert.Equal(Enum.GetNames(list).Order(), Quoted().Matches(check!).Select(m => m.Groups[1].Value).Order());
    }

    [GeneratedRegex("'(\\w+)'")]
    private static partial Regex Quoted();
}
