using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Seminars.Heads;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Heads;

/// <summary>The words of «Изменить».</summary>
internal static class ChangeTexts
{
    internal const string What = "Что изменить?";
    internal const string NoAudience = "Убрать «Для кого»";
    internal const string NoLink = "Убрать ссылку";
    internal const string NoDescription = "Убрать описание";
    internal const string Saved = "Изменено";

    internal static Html NoPlan(SchoolYear year) =>
        Html.Text($"В плане на {year} пока нет пунктов: составьте его командой /plan, потом свяжите с ним мероприятие.");

    internal static string Label(SeminarField field) => field switch
    {
        SeminarField.Title => "Название",
        SeminarField.Start => "Дата и время",
        SeminarField.Length => "Длительность",
        SeminarField.Seats => "Места",
        SeminarField.Audience => "Для кого",
        SeminarField.Link => "Ссылка",
        SeminarField.Leader => "Ведущий",
        SeminarField.Description => "Описание",
        SeminarField.PlanItem => HeadTexts.PlanItem,
    };

    internal static Html Now(SeminarDetails details, SiteZone zone) => Html.Lines(
        Html.Span(details.StartsAt, details.EndsAt, zone),
        Html.Text($"Длительность: {HeadTexts.Length(details.EndsAt - details.StartsAt)}"),
        Html.Text($"Места: {HeadTexts.Seats(details.Seats)}"),
        Html.Of($"Для кого: {details.Audience ?? Absent}"),
        Html.Text($"Ссылка: {(details.JoinLink is null ? Absent : "есть")}"),
        Html.Of($"Ведущий: {details.Leader ?? Absent}"),
        details.PlanNumber is { } number ? Html.Text(HeadTexts.InPlan(number)) : default,
        Html.Text(
        $"Описание: {(details.Description is null ? Absent : Russian.Count(details.Description.Length, "знак", "знака", "знаков"))}"));

    private const string Absent = "не указано";
}
