using System.Globalization;
using MspBot.Domain.People.Registration;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Registration;

/// <summary>What the site says about itself.</summary>
internal static class AboutTexts
{
    internal const string About = "О площадке";
    internal const string Register = "Зарегистрироваться";

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("ru-RU");

    internal static Html Site(Site site, IReadOnlyList<string> heads) => Html.Paragraphs(
        Html.Bold(site.Name),
        Html.Of($"Тема: {site.Theme}"),
        Html.Lines(
            Html.Of($"Базовая школа: {site.HostSchool}"),
            Html.Of($"{(heads.Count > 1 ? "Руководители" : "Руководитель")}: " +
            $"{(heads.Count == 0 ? "пока не назначен" : string.Join(", ", heads))}"),
            Html.Of($"Распоряжение № {site.OrderNumber} от {Day(site.OrderDate)}"),
            Html.Of($"Срок: с {Day(site.From)} по {Day(site.To)}")),
        Html.Of($"Основания: {site.Grounds}"));

    /// <summary>«1 марта 2021»</summary>
    internal static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);
}
