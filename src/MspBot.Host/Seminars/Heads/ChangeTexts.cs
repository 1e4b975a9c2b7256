using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
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
    };

    internal static Html Now(SeminarSheet sheet, SiteZone zone) => Html.Lines(
        Html.Span(sheet.StartsAt, sheet.EndsAt, zone),
        Html.Text($"Длительность: {HeadTexts.Length(sheet.EndsAt - sheet.StartsAt)}"),
        Html.Text($"Места: {HeadTexts.Seats(sheet.Seats)}"),
        Html.Of($"Для кого: {sheet.Audience ?? Absent}"),
        Html.Text($"Ссылка: {(sheet.JoinLink is null ? Absent : "есть")}"),
        Html.Of($"Ведущий: {sheet.Leader ?? Absent}"),
        Html.Text($"Описание: {(sheet.Description is null ? Absent : Russian.Count(sheet.Description.Length, "знак", "знака", "знаков"))}"));

    private const string Absent = "не указано";
}
