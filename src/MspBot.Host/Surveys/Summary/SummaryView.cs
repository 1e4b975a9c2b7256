using MspBot.Data.Surveys.Summary;
using MspBot.Domain.People;

namespace MspBot.Host.Surveys.Summary;

/// <summary>A summary as somebody may see it. Limited, as observers have it: no school's share of fewer than five.</summary>
internal sealed record SummaryView(SurveySummary Summary, bool IsLimited)
{
    internal bool Hides(SummaryLine line, SchoolId school) => IsLimited && line.SmallNow.Contains(school);

    internal bool HidesBefore(SummaryLine line, SchoolId school) => IsLimited && line.SmallBefore.Contains(school);

    internal bool HidesMove(SummaryLine line, SchoolId school) => Hides(line, school) || HidesBefore(line, school);

    internal bool HidesTotal(SummaryLine line) => IsLimited && line.IsSmallNow;

    internal bool HidesTotalBefore(SummaryLine line) => IsLimited && line.IsSmallBefore;

    internal bool HidesChange(SummaryLine line) => IsLimited && (line.IsSmallNow || line.IsSmallBefore || line.IsSmallChange);
}
