using MspBot.Data.Digests.Effectiveness;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Surveys;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>The page of figures, the goals beside them, a conclusion: as one person sees them.</summary>
internal sealed class EffectScreens(EffectReader reader, GoalStore goals, ConclusionReader conclusions, SiteZone zone)
{
    internal async Task<Screen> Page(EffectPeriod period, Speaker speaker, DateTimeOffset now)
    {
        var (digest, counts) = await reader.Of(period, now);
        var isEmpty = EffectFigures.IsEmpty(digest);
        var wanted = await goals.Of(period.Year);
        var lines = isEmpty ? Html.Text(EffectTexts.NothingYet)
            : Html.Lines([.. EffectFigures.Of(digest, counts)
                .Select(one => EffectTexts.Line(As(speaker, one), Goal(wanted, one.Figure)))]);
        var writes = EffectAccess.Writes(speaker);
        var draft = writes ? await conclusions.Draft(period) : null;
        return new Screen(EffectTexts.Page(period, zone.DayOf(now), lines))
            .Row(Button.Card(EffectTexts.OtherPeriod, EffectLinks.Page, 0, EffectCard.Periods))
            .Row(writes ? Button.Card(EffectTexts.GoalsOfYear, EffectLinks.Goals, period.Year.First) : null)
            .Row(draft is not null ? Button.Card(ConclusionTexts.ToDraft, EffectLinks.Conclusion, draft.Id.Value)
                : writes && !isEmpty ? Button.Flow(ConclusionTexts.Write, EffectLinks.Conclude, period.ToString()).Main() : null)
            .Row(Button.Card(ConclusionTexts.All, EffectLinks.Conclusions, 0),
                isEmpty ? null : Button.Card(EffectTexts.Paper, EffectLinks.Page, 0, EffectCard.Paper, period.ToString()))
            .Row(Button.Command(EffectTexts.ToMonitoring, SurveyLinks.Monitoring), EngineTexts.ToMenu);
    }

    internal static Screen Periods(DateOnly today) =>
        Enum.GetValues<EffectSpan>().Where(span => span != EffectSpan.OwnDays).Select(span => EffectPeriod.Of(span, today))
            .Aggregate(new Screen(Html.Text(EffectTexts.ChoosePeriod)),
                (screen, one) => screen.Row(EffectLinks.ToPage(Russian.AtStart(EffectTexts.Label(one)), one)))
            .Row(Button.Flow(EffectTexts.OwnDays, EffectLinks.OwnDays))
            .Row(Button.Command(EffectTexts.ToMonitoring, SurveyLinks.Monitoring), EngineTexts.ToMenu);

    internal async Task<Screen> Goals(SchoolYear year, DateTimeOffset now, Html before = default)
    {
        var wanted = await goals.Of(year);
        var current = SchoolYear.Of(zone.DayOf(now));
        var other = year == current ? current.Next : current;
        return Enum.GetValues<EffectFigure>().Aggregate(new Screen(Html.Paragraphs(before, GoalTexts.Card(year, wanted))),
                (screen, figure) => screen.Row(Button.Flow(GoalTexts.Button(figure, Goal(wanted, figure)), EffectLinks.SetGoal,
                    GoalStart.Of(year, figure, Goal(wanted, figure)))))
            .Row(Button.Card(GoalTexts.OfYear(other), EffectLinks.Goals, other.First))
            .Row(EffectLinks.ToPage(EffectTexts.ToPage, EffectPeriod.Of(EffectSpan.YearToDate, zone.DayOf(now))), EngineTexts.ToMenu);
    }

    internal Screen Conclusion(ConclusionDetails one, Speaker speaker, Html before = default)
    {
        var (id, version) = (one.Id.Value, Russian.Number(one.Version));
        var writes = EffectAccess.Writes(speaker) && one.IsDraft;
        return new Screen(ConclusionTexts.Card(one, zone, before)) { Shows = EffectLinks.Shown(one.Id) }
            .Row(writes ? Button.Card(ConclusionTexts.Send, EffectLinks.Conclusion, id, ConclusionCard.Send, version).Main() : null)
            .Row(writes ? Button.Flow(ConclusionTexts.Change, EffectLinks.ChangeConclusion, $"{id}.{version}") : null)
            .Row(one is { IsDraft: false, Answer: null } && EffectAccess.Answers(speaker)
                ? Button.Flow(ConclusionTexts.Answer, EffectLinks.AnswerConclusion, one.Id).Main() : null)
            .Row(EffectLinks.ToPage(ConclusionTexts.Figures, one.Days),
                Button.Card(EffectTexts.Paper, EffectLinks.Conclusion, id, ConclusionCard.Paper))
            .Row(Button.Card(ConclusionTexts.All, EffectLinks.Conclusions, 0), EngineTexts.ToMenu);
    }

    internal async Task<Screen> Conclusions(int page, Speaker speaker)
    {
        var all = await Pager.Read(page, number => conclusions.Page(EffectAccess.Writes(speaker), number));
        return new Screen(Html.Paragraphs(Html.Bold(ConclusionTexts.All),
                all.Items.Count == 0 ? Html.Text(ConclusionTexts.NoneYet) : default))
            .Page(all, one => Button.Card(ConclusionTexts.Button(one), EffectLinks.Conclusion, one.Id.Value),
                (label, number) => Button.Card(label, EffectLinks.Conclusions, number))
            .Row(Button.Card(EffectTexts.ToPage, EffectLinks.Page, 0), EngineTexts.ToMenu);
    }

    internal static Screen Refused(EffectRefusal because) =>
        new Screen(ConclusionTexts.Refused(because)).Row(Button.Card(EffectTexts.ToPage, EffectLinks.Page, 0), EngineTexts.ToMenu);

    internal static Screen NoSuchYear =>
        new Screen(Html.Text(GoalTexts.NoSuchYear)).Row(Button.Card(EffectTexts.ToPage, EffectLinks.Page, 0), EngineTexts.ToMenu);

    internal static EffectValue As(Speaker speaker, EffectValue value) => EffectAccess.SeesFew(speaker) ? value : value.ForObservers;

    private static decimal? Goal(IReadOnlyDictionary<EffectFigure, decimal> all, EffectFigure figure) =>
        all.TryGetValue(figure, out var goal) ? goal : null;
}
