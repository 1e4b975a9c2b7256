using MspBot.Sandbox.Demo;

namespace MspBot.Browser.Tests;

/// <summary>The seminars of the week after the one in which the demonstration began.</summary>
internal static class Seminars
{
    private static readonly DateOnly NextMonday = new(2026, 11, 30);

    internal static PlannedSeminar NextFull(this Demonstration demonstration) => demonstration.OfNextWeek()[0];

    internal static PlannedSeminar NextUnlimited(this Demonstration demonstration) => demonstration.OfNextWeek()[2];

    internal static async Task<long> NumberOf(this Demonstration demonstration, PlannedSeminar seminar)
    {
        await using var command = demonstration.Demo.Database.CreateCommand("select id from seminar where calendar_uid = $1");
        command.Parameters.Add(new() { Value = seminar.Uid });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static PlannedSeminar[] OfNextWeek(this Demonstration demonstration) =>
        [.. SeminarPlan.Week(NextMonday, 1, demonstration.Demo.Zone)];
}
