using MspBot.Domain.Clock;
using MspBot.Domain.Meetings;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Meetings;

/// <summary>What is said where somebody has something else at a time.</summary>
internal static class EngagementTexts
{
    /// <summary>At most 200 characters: shown in a box as well.</summary>
    internal static string Taken(Engagement by, SiteZone zone) =>
        $"Это время уже занято: {What(by, 60)}, {Russian.Span(by.StartsAt, by.EndsAt, zone)}. Выберите, пожалуйста, другое.";

    internal static string LeaderTaken(Engagement by, SiteZone zone) =>
        $"У ведущего это время занято: {What(by, 50)}, {Russian.Span(by.StartsAt, by.EndsAt, zone)}. Выберите другое время или другого " +
        $"ведущего.";

    /// <summary>What speaks against it, a line for each, and then the question.</summary>
    internal static Html Asked(IEnumerable<Engagement> all, string question, SiteZone zone) => Html.Paragraphs(
        Html.Lines([.. all.Select(one => Html.Of($"❗ В это время у вас уже есть {What(one, 150)}, {Html.At(one.StartsAt, zone)}"))]),
        Html.Text(question));

    /// <summary>The question of a form, behind what speaks against it, if anything does.</summary>
    internal static string Warned(IReadOnlyList<Engagement> all, string question, SiteZone zone) => all.Count == 0 ? question
        : $"❗ В это время у вас {string.Join("; ", all.Select(one => Already(one, zone)))}.\n\n{question}";

    private static string Already(Engagement one, SiteZone zone) => $"уже есть {What(one, 100)}, {Russian.Moment(one.StartsAt, zone)}";

    private static string What(Engagement one, int length) => one.Kind switch
    {
        EngagementKind.Seminar => $"«{Ellipsis.Cut(one.Title, length)}»",
        EngagementKind.Consultation => $"консультация «{Ellipsis.Cut(one.Title, length)}»",
        EngagementKind.Request => $"заявка на консультацию «{Ellipsis.Cut(one.Title, length)}»",
    };
}
