using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Heads;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Seminars.Heads;
using MspBot.Host.Conversations;

namespace MspBot.Host.Seminars.Heads;

/// <summary>What is written down of a change to a meeting.</summary>
internal static class SeminarDeeds
{
    /// <summary>Whom a deed to a meeting touches beside those who look at it anyway.</summary>
    internal static IReadOnlyCollection<PersonId> Leader(SeminarDetails details) => details.LeaderId is { } leader ? [leader] : [];

    /// <summary>A change that was saved. A new leader is a deed of its own, and touches both; so is the place in the plan.</summary>
    internal static void LogChanged(Turn turn, SeminarResult result, SeminarChange change)
    {
        var (before, after) = (result.Before!, result.After!);
        var (action, detail) = change switch
        {
            SeminarChange.Leader => (LogAction.SeminarLeaderReplaced, LogDetail.None),
            SeminarChange.PlanItem => (LogAction.SeminarTied,
                InPlan(InPlan(LogDetail.None, SeminarLogTexts.PlanWas, before), SeminarLogTexts.PlanIs, after)),
            SeminarChange.Start => (LogAction.SeminarChanged,
                LogDetail.Of(SeminarLogTexts.Field, change.Field).And("from", before.StartsAt).And("to", after.StartsAt)),
            _ => (LogAction.SeminarChanged, LogDetail.Of(SeminarLogTexts.Field, change.Field)),
        };
        turn.Log(action, LogSubject.Seminar, after.Id.Value, detail, people: [.. Leader(before), .. Leader(after)]);
        if (before.PlanItem == after.PlanItem) return;
        LogInPlan(turn, LogAction.PlanItemUntied, before);
        LogInPlan(turn, LogAction.PlanItemTied, after);
    }

    /// <summary>The history of an item tells of its meetings as well.</summary>
    internal static void LogInPlan(Turn turn, LogAction action, SeminarDetails meeting)
    {
        if (meeting.PlanItem is { } item)
            turn.Log(action, LogSubject.PlanItem, item.Value, LogDetail.Of("seminar", meeting.Id.Value));
    }

    private static LogDetail InPlan(LogDetail detail, string code, SeminarDetails meeting) =>
        meeting.PlanNumber is { } number ? detail.And(code, number) : detail;
}
