using MspBot.Data.Nominations;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;

namespace MspBot.Host.Nominations.Sending;

/// <summary>
/// What a school's head passes on, and the same in plain words beside the link. What people have typed is cut: under a picture there is
/// room for a quarter of a message.
/// </summary>
internal static class LetterTexts
{
    internal const string Bring = "Позвать тех, кого нет в боте";
    internal const string PassOn = "Передать через школу";

    private const int MostOfName = 30;
    private const int MostOfSchool = 150;
    private const int MostOfTitle = 150;
    private const int MostOfAudience = 100;

    internal static Html ToNewcomers(string school, SeminarDetails details, string link, SiteZone zone) => Html.Paragraphs(
        Html.Of($"{Ellipsis.Cut(school, MostOfSchool)} приглашает своих педагогов на мероприятие"),
        Meeting(details, zone),
        Html.Lines(
            Html.Text("Откройте ссылку или наведите камеру на код и нажмите «Запустить». Школа уже вписана; зарегистрируйтесь, и можно " +
                "записаться:"),
            Html.Text(link)));

    internal static string WordsToNewcomers(string school, SeminarDetails details, SiteZone zone) =>
        $"{Ellipsis.Cut(school, MostOfSchool)} приглашает своих педагогов на мероприятие {Named(details, zone)}.";

    internal static Html ToSilent(IReadOnlyList<Nomination> silent, SeminarDetails details, string link, SiteZone zone) => Html.Paragraphs(
        Html.Text("Школа направляет вас на мероприятие"),
        Meeting(details, zone),
        Html.Text(Russian.AtEnd($"Кому: {SendingTexts.Some([.. silent.Select(one => Ellipsis.Cut(SendingTexts.Name(one), MostOfName))])}")),
        Html.Lines(
            Html.Text("Сообщение бота не дошло: бот остановлен. Откройте ссылку, нажмите «Запустить» и ответьте, сможете ли прийти:"),
            Html.Text(link)));

    internal static string WordsToSilent(SeminarDetails details, SiteZone zone) =>
        $"Школа направляет вас на мероприятие {Named(details, zone)}. Откройте бота, нажмите «Запустить» и ответьте, сможете ли прийти.";

    private static Html Meeting(SeminarDetails details, SiteZone zone) => Html.Lines(
        Html.Bold(Ellipsis.Cut(details.Title, MostOfTitle)), Html.Text(SeminarTexts.Kind(details.Kind)),
        Html.Span(details.StartsAt, details.EndsAt, zone),
        details.Audience is { } whom ? Html.Of($"Для кого: {Ellipsis.Cut(whom, MostOfAudience)}") : default);

    private static string Named(SeminarDetails details, SiteZone zone) =>
        $"«{Ellipsis.Cut(details.Title, MostOfTitle)}», {Russian.Span(details.StartsAt, details.EndsAt, zone)}";
}
