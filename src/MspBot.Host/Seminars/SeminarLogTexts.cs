using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Seminars.Heads;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars;

/// <summary>What the log says of meetings.</summary>
internal static class SeminarLogTexts
{
    /// <summary>What was changed: a <see cref="SeminarField"/>.</summary>
    internal const string Field = "field";

    /// <summary>Yes or no: said to have been there.</summary>
    internal const string Came = "came";

    /// <summary>The number of the item in the plan, before and after; without it, outside the plan.</summary>
    internal const string PlanWas = "plan_was";
    internal const string PlanIs = "plan_is";

    internal static string Name(string title, DateOnly day) => $"мероприятие «{Ellipsis.Cut(title, 60)}», {Russian.ShortDay(day)}";

    internal static string Detail(LogAction action, LogDetail detail, SiteZone zone) => string.Join(", ", new[]
    {
        action == LogAction.SeminarTied ? $"был {InPlan(detail, PlanWas)}, стал {InPlan(detail, PlanIs)}" : "",
        detail.Value<SeminarField>(Field) is { } field ? FieldName(field) : "",
        detail.Moment("from") is { } from && detail.Moment("to") is { } to
            ? $"было {Russian.Short(from, zone)}, стало {Russian.Short(to, zone)}" : "",
        detail.Number("seats") is { } seats ? SeminarTexts.Seats((int)seats) : "",
        detail.Number("schools") is { } schools ? Russian.Count((int)schools, "школа", "школы", "школ") : "",
        detail.Has(Came) ? detail.Is(Came) ? "«был(а)»" : "«не был(а)»" : "",
    }.Where(part => part.Length > 0));

    private static string InPlan(LogDetail detail, string code) =>
        detail.Number(code) is { } number ? $"№ {number}" : "«вне плана»";

    private static string FieldName(SeminarField field) => field switch
    {
        SeminarField.Title => "название",
        SeminarField.Start => "дата и время",
        SeminarField.Length => "длительность",
        SeminarField.Seats => "места",
        SeminarField.Audience => "для кого",
        SeminarField.Link => "ссылка",
        SeminarField.Leader => "ведущий",
        SeminarField.Description => "описание",
        SeminarField.PlanItem => "пункт плана",
    };
}
