using MspBot.Data.Plan;
using MspBot.Data.Plan.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan.Papers;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Papers;

/// <summary>What is said of papers that are handed out, and of the codes on them.</summary>
internal static class DownloadTexts
{
    internal const string Plan = "План (Word)";
    internal const string Draft = "Проект плана (Word)";
    internal const string Excel = "План (Excel)";
    internal const string Changes = "Лист изменений (Word)";
    internal const string Report = "Отчёт о выполнении (Word)";
    internal const string Sample = "Пустая таблица (Excel)";
    internal const string Unknown = "Бумаги с таким кодом бот не выдавал. Сверьте код или попросите у площадки новую бумагу.";

    internal static Html Card(PlanDetails plan, bool writes) => Html.Paragraphs(
        Html.Bold($"{PlanTexts.Download} на {plan.Year}"),
        Html.Text(plan.Counts.InForce == 0 ? "Согласованных пунктов пока нет: напечатать можно проект."
            : "«План» — то, что согласовано и действует. На бумаге есть код: по нему бот скажет, действует ли она ещё."),
        writes ? Html.Text("Таблицу Excel можно исправить и загрузить обратно.") : default);

    internal static Html Nothing(SchoolYear year) => Html.Text($"План на {year}: печатать пока нечего.");

    internal static string Caption(PaperChoice choice, SchoolYear year) => choice switch
    {
        PaperChoice.Plan => $"План работы на {year}",
        PaperChoice.Draft => $"Проект плана работы на {year}",
        PaperChoice.Excel => $"План на {year}: таблица",
        PaperChoice.Changes => $"Лист изменений к плану на {year}",
        PaperChoice.Report => $"Отчёт о выполнении плана на {year}",
        PaperChoice.Sample => $"Пустая таблица плана на {year}. Заполните и нажмите «{PlanTexts.Import}»",
    };

    /// <summary>No «/» in the name of a file.</summary>
    internal static string FileName(PaperChoice choice, SchoolYear year) => choice switch
    {
        PaperChoice.Plan => $"План {Years(year)}.docx",
        PaperChoice.Draft => $"Проект плана {Years(year)}.docx",
        PaperChoice.Excel => $"План {Years(year)}.xlsx",
        PaperChoice.Changes => $"Лист изменений {Years(year)}.docx",
        PaperChoice.Report => $"Отчёт о выполнении плана {Years(year)}.docx",
        PaperChoice.Sample => $"План {Years(year)}, пустая таблица.xlsx",
    };

    /// <summary>What anybody learns who has the code: no name, no item.</summary>
    internal static Html Checked(PlanPaper paper, PlanEdition? inForce, SiteZone zone)
    {
        var made = Day(zone.DayOf(paper.MadeAt));
        if (paper.Kind == PaperKind.Report) return OfReport(paper, made, inForce);
        var what = paper.Kind == PaperKind.Changes ? $"Лист изменений к плану на {paper.Year}" : $"План на {paper.Year}";
        if (paper.Edition is not { } edition)
            return Html.Of($"{what}: проект от {made}, не согласован.{(inForce is { } now ? $" Действует {Edition(now)}." : "")}");
        return Html.Of($"{(inForce == edition ? "✅" : "⚠️")} {what}, {Edition(edition)}: {(inForce is not { } newer ? "больше не действует"
            : newer == edition ? "действует" : $"есть новая {Edition(newer)}")}.");
    }

    /// <summary>A report tells what was on its day: it is never in force itself.</summary>
    private static Html OfReport(PlanPaper paper, string made, PlanEdition? inForce)
    {
        var report = $"Отчёт от {made} о выполнении плана на {paper.Year}";
        if (paper.Edition is not { } edition) return Html.Of($"{report}. Согласованного в плане тогда не было.");
        var newer = inForce is not { } now ? "Сейчас в этом плане ничего не согласовано."
            : now == edition ? "Новее редакции плана нет." : $"Есть новая {Edition(now)}.";
        return Html.Of($"{report} составлен по редакции {Russian.Number(edition.Number)} от {Day(edition.On)}. {newer}");
    }

    /// <summary>«редакция 3 от 17.11.2026»</summary>
    internal static string Edition(PlanEdition edition) => $"редакция {Russian.Number(edition.Number)} от {Day(edition.On)}";

    internal static string Day(DateOnly day) => FormattableString.Invariant($"{day:dd.MM.yyyy}");

    private static string Years(SchoolYear year) => FormattableString.Invariant($"{year.First}-{(year.First + 1) % 100:00}");
}
