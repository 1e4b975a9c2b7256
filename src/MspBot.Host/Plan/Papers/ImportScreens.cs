using MspBot.Data.Plan.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Papers;

/// <summary>Messages about a table that is handed in.</summary>
internal static class ImportScreens
{
    internal static Screen Reading(SchoolYear year) => new Screen(ImportTexts.Reading(year)).Row(ToPlan(year), EngineTexts.ToMenu);

    internal static Screen Closed(SchoolYear year, PlanRefusal because) =>
        new Screen(ImportTexts.Closed(year, because)).Row(ToPlan(year), EngineTexts.ToMenu);

    internal static Screen Dropped(SchoolYear year) => new Screen(ImportTexts.Dropped(year)).Row(ToPlan(year), EngineTexts.ToMenu);

    internal static Screen Forgotten(SchoolYear year) =>
        new Screen(ImportTexts.Forgotten(year)).Row(Another(ImportTexts.Again, year)).Row(ToPlan(year), EngineTexts.ToMenu);

    internal static Screen Applied(SchoolYear year, AppliedImport done) =>
        new Screen(ImportTexts.Applied(year, done)).Row(ToPlan(year).Main()).Row(EngineTexts.ToMenu);

    internal static Screen Refused(SchoolYear year, Html because) => new Screen(ImportTexts.Refused(year, because))
        .Row(Another(ImportTexts.Another, year)).Row(Button.Card(PlanTexts.Download, PlanLinks.Download, year.First))
        .Row(ToPlan(year), EngineTexts.ToMenu);

    /// <param name="import">Which; it is read.</param>
    /// <param name="comparison">What it would do.</param>
    /// <param name="items">As they stand.</param>
    /// <param name="excludes">What it lacks is taken out.</param>
    internal static Screen Preview(PlanImport import, ImportComparison comparison, IReadOnlyList<ItemNow> items, bool excludes)
    {
        var (id, missing) = (import.Id.Value, comparison.Missing.Count);
        var drop = Button.Card(ImportTexts.Drop, PlanLinks.Imported, id, ImportCard.Drop);
        if (comparison.IsOutdated)
            return new Screen(ImportTexts.Outdated(comparison))
                .Row(Button.Card(PlanTexts.Download, PlanLinks.Download, import.Year.First))
                .Row(Another(ImportTexts.Again, import.Year)).Row(drop);
        var fits = comparison.Fits(items, excludes);
        var does = !comparison.IsEmpty || (excludes && missing > 0);
        return new Screen(ImportTexts.Preview(import, comparison, excludes, fits))
            .Row(does && fits ? Button.Card(ImportTexts.Apply, PlanLinks.Imported, id, ImportCard.Apply,
                $"{comparison.Seen}.{(excludes ? ImportCard.Excludes : "")}").Main() : null)
            .Row(missing == 0 ? null
                : excludes ? Button.Card(ImportTexts.Keep, PlanLinks.Imported, id)
                : Button.Card(ImportTexts.Exclude(missing), PlanLinks.Imported, id, arg: ImportCard.Excludes))
            .Row(drop);
    }

    private static Button Another(string label, SchoolYear year) => Button.Flow(label, PlanLinks.Import, $"{year.First}");

    private static Button ToPlan(SchoolYear year) => Button.Card(PlanTexts.ToPlan, PlanLinks.Plan, year.First);
}
