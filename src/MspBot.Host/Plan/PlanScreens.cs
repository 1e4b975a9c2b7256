using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>The card of a year's plan, as each role sees it.</summary>
internal sealed class PlanScreens(PlanReader reader, ReviewReader reviews, RepeatStore repeats, HistoryReader history, SiteZone zone)
{
    private const int MostDue = 3;

    /// <param name="year">Of the plan; it need not exist.</param>
    /// <param name="speaker">Who looks.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="news">Said above it.</param>
    internal async Task<Screen> Card(SchoolYear year, Speaker speaker, DateTimeOffset now, Html news = default)
    {
        var (scope, plan) = (PlanAccess.Scope(speaker), await reader.Of(year));
        // What is not agreed is due for nobody but the head who writes it.
        var due = plan is null ? []
            : await reader.Due(plan.Id, scope == ItemScope.All ? ItemScope.All : ItemScope.InForce, MostDue, now);
        var screen = new Screen(Html.Paragraphs(news, PlanTexts.Card(year, plan, scope, due, zone.DayOf(now))))
        {
            Shows = plan is null ? null : PlanLinks.Shown(plan.Id),
        };
        return Rows(screen, await Look(year, plan, speaker, now), speaker);
    }

    /// <summary>What the rows need to know.</summary>
    private sealed record View
    {
        internal required SchoolYear Year { get; init; }
        internal required PlanDetails? Plan { get; init; }

        /// <summary>Nothing in it that the speaker reads.</summary>
        internal required bool IsEmpty { get; init; }

        /// <summary>It can still be changed.</summary>
        internal required bool IsOpen { get; init; }

        /// <summary>Null: the speaker agrees nothing here.</summary>
        internal required PlanReview? Review { get; init; }

        /// <summary>The speaker has agreed something of it before.</summary>
        internal required bool HasAgreed { get; init; }

        /// <summary>Items of last year's plan that can be repeated.</summary>
        internal required int Repeatable { get; init; }

        /// <summary>Items of last year's plan that were not carried out.</summary>
        internal required int Undone { get; init; }
        internal required SchoolYear? Earlier { get; init; }
        internal required SchoolYear? Later { get; init; }
    }

    /// <summary>All buttons in their order; each room of the plan adds its own here.</summary>
    private static Screen Rows(Screen screen, View view, Speaker speaker)
    {
        var plan = view.Plan;
        if (plan is not null && view.Review is { } review)
        {
            screen = screen
                .Row(review.Waiting == 0 ? null
                    : Button.Card(ReviewTexts.Review, PlanLinks.Rest, plan.Id.Value, PlanLinks.Begin).Main())
                .Row(review.Untold == 0 ? null : Button.Card(ReviewTexts.Finish, PlanLinks.Rest, plan.Id.Value, PlanLinks.Finish))
                .Row(view.HasAgreed ? Button.Card(ReviewTexts.WhatChanged, PlanLinks.Changed, plan.Id.Value) : null);
        }
        if (PlanAccess.Writes(speaker)) screen = HeadRows(screen, view);
        return screen
            .Row(view.IsEmpty ? null : PlanLinks.ToItems(PlanTexts.Items, plan!.Id),
                view.IsEmpty ? null : Button.Card(PlanTexts.PlanAndFact, PlanLinks.Fact, plan!.Id.Value))
            .Row(view.IsEmpty && !(view.IsOpen && PlanAccess.Writes(speaker)) ? null
                : Button.Card(view.IsEmpty ? PlanTexts.EmptyTable : PlanTexts.Download, PlanLinks.Download, view.Year.First))
            .Row(!view.IsEmpty && speaker.IsAny(Domain.People.Role.Head, Domain.People.Role.Methodologist)
                    ? Button.Card(PlanTexts.History, PlanLinks.PlanHistory, plan!.Id.Value) : null)
            .Row(view.Earlier is { } earlier ? PlanLinks.ToPlan($"{Pager.Previous} {earlier}", earlier) : null,
                view.Later is { } later ? PlanLinks.ToPlan($"{later} {Pager.Next}", later) : null)
            .Row(EngineTexts.ToMenu);
    }

    private static Screen HeadRows(Screen screen, View view)
    {
        var counts = view.Plan?.Counts ?? new PlanCounts(0, 0, 0, 0, 0);
        var year = view.Year.First;
        if (counts.Returned > 0)
            screen = screen.Row(PlanLinks.ToItems(PlanTexts.Returned(counts.Returned), view.Plan!.Id, ItemFilter.Returned));
        if (!view.IsOpen) return screen;
        return screen
            .Row(counts.Draft == 0 ? null : Button.Card(PlanTexts.Send, PlanLinks.Send, view.Plan!.Id.Value, PlanLinks.Go).Main())
            .Row(counts.All > 0 || view.Repeatable == 0 ? null
                : Button.Card(PlanTexts.RepeatLast, PlanLinks.Repeat, year, PlanLinks.RepeatLast))
            .Row(counts.All == 0 || view.Undone == 0 ? null
                : Button.Card(PlanTexts.CarryOver(view.Undone), PlanLinks.Repeat, year, PlanLinks.CarryOver))
            .Row(Button.Flow(PlanTexts.Add, PlanLinks.Add, Russian.Number(year)))
            .Row(Button.Flow(PlanTexts.Import, PlanLinks.Import, Russian.Number(year)));
    }

    private async Task<View> Look(SchoolYear year, PlanDetails? plan, Speaker speaker, DateTimeOffset now)
    {
        var (today, years) = (zone.DayOf(now), await reader.Years());
        var (writes, agrees) = (PlanAccess.Writes(speaker), plan is not null && PlanAccess.Agrees(speaker));
        var next = year.Next;
        var present = plan is not null && year == SchoolYear.Of(today) ? plan : await reader.Of(SchoolYear.Of(today));
        var open = ItemRules.Plannable(year, today, IsAgreed(present)) is null;
        return new()
        {
            Year = year,
            Plan = plan,
            IsEmpty = plan is null || PlanTexts.IsEmpty(plan, PlanAccess.Scope(speaker)),
            IsOpen = open,
            Review = agrees && ItemRules.Open(year, today) is null ? await reviews.Of(plan!.Id, speaker.Person) : null,
            HasAgreed = agrees && await history.LastAgreement(plan!.Id, speaker.Person) is not null,
            Repeatable = writes && open && plan is not { Counts.All: > 0 } ? await repeats.Repeatable(year) : 0,
            Undone = writes && open && plan is { Counts.All: > 0 } ? (await repeats.Undone(year, now)).Count : 0,
            Earlier = years.Where(y => y.First < year.First).Select(y => (SchoolYear?)y).LastOrDefault()
                ?? (year.First > SchoolYear.Of(today).First ? SchoolYear.Of(today) : null),
            Later = years.Contains(next) || next.First <= SchoolYear.Of(today).First
                || (writes && ItemRules.Plannable(next, today, IsAgreed(present)) is null) ? next : null,
        };
    }

    private static bool IsAgreed(PlanDetails? plan) => plan is { Counts.State: PlanState.Agreed };
}
