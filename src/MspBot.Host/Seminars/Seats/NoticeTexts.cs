using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Clock;
using MspBot.Domain.Seminars.Heads;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Seats;

/// <summary>What is said to those who have a place and did not ask.</summary>
internal static class NoticeTexts
{
    internal const string SeatFreed = "🎉 Освободилось место, вы записаны";
    internal const string SeatOffered = "❓ Освободилось место. Оно достанется первому, кто нажмёт «Беру место»";
    internal const string SeatGone = "Место уже занял другой участник. Вы остаётесь в листе ожидания: если освободится ещё одно, напишем";
    internal const string OfferOver =
        "Предложение «Беру место» больше не действует. Вы остаётесь в листе ожидания: освободится место — напишем";
    internal const string YouLead = "Это мероприятие ведёте вы";

    /// <summary>To somebody who still waited when it began.</summary>
    internal static Html NoSeatCameFree(IReadOnlyList<LineOver> waited, SiteZone zone) => Html.Paragraphs(
        Html.Text(waited.Count == 1 ? "К сожалению, место вам не досталось" : "К сожалению, места вам не достались"),
        Html.Lines([.. waited.Select(w => Html.Of($"{Html.At(w.StartsAt, zone)} — {Ellipsis.Cut(w.Title, 100)}"))]),
        Html.Text("Если ведущий добавит материалы, пришлём их и вам. Посмотрите и другие мероприятия."));

    internal static Html WithoutLeader(IReadOnlyList<string> titles) => Html.Paragraphs(
        Html.Bold("Ближайшие мероприятия остались без ведущего"),
        Html.Text("Тот, кто их вёл, удалил свои данные. Откройте мероприятие и назовите другого: «Изменить» → «Ведущий»."),
        Titles(titles));

    internal static Html NotHandedOver(IReadOnlyList<string> titles) => Html.Paragraphs(
        Html.Bold("Эти мероприятия остались у прежнего ведущего"),
        Html.Text("У нового ведущего это время занято. Откройте мероприятие и назовите другого: «Изменить» → «Ведущий»."),
        Titles(titles));

    private static Html Titles(IReadOnlyList<string> titles) =>
        Html.Lines([.. titles.Take(20).Select(title => Html.Text($"• {Ellipsis.Cut(title, 100)}"))]);

    internal static Html YouLeadNoMore(string? leader) => Html.Of($"Это мероприятие теперь ведёте не вы. Ведёт: {leader ?? "не указан"}");

    /// <summary>To somebody who had stopped the bot.</summary>
    internal static Html WelcomeBack(IReadOnlyList<Standing> standing, SiteZone zone) => Html.Paragraphs(
        Html.Text("С возвращением! Пока бот был остановлен, новости до вас не доходили. Вот где вы записаны сейчас:"),
        Html.Lines([.. standing.Select(s => Html.Of($"{Html.At(s.StartsAt, zone)} — {Ellipsis.Cut(s.Title, 60)}: {Where(s)}"))]),
        standing.Any(s => s is { Passed: true, Cancelled: false })
            ? Html.Text(
            "Пока написать вам было нельзя, освободившееся место получил следующий в очереди. Ваше место в очереди сохранилось.")
            : default);

    private static string Where(Standing one) => one switch
    {
        { Cancelled: true } => "отменено",
        { Place: { } place } => $"лист ожидания, место в очереди: {Russian.Number(place)}",
        _ => "вы записаны",
    };

    internal static Html Changed(SeminarDetails before, SeminarDetails after, SeminarChange change, SiteZone zone) => change switch
    {
        SeminarChange.Title => WasAndIs("Изменилось название", Html.Text(before.Title), Html.Text(after.Title)),
        SeminarChange.Start or SeminarChange.Length => WasAndIs("Изменилось время",
            Html.Span(before.StartsAt, before.EndsAt, zone), Html.Span(after.StartsAt, after.EndsAt, zone)),
        SeminarChange.Leader => WasAndIs("Сменился ведущий",
            Html.Text(before.Leader ?? "не указан"), Html.Text(after.Leader ?? "не указан")),
        SeminarChange.Link => Html.Text(after.JoinLink is null
            ? "❗ Прежняя ссылка для подключения больше не действует, новую пришлём"
            : "❗ Изменилась ссылка для подключения"),
        _ => Html.Text("❗ Мероприятие изменилось"),
    };

    private static Html WasAndIs(string what, Html was, Html now) => Html.Lines(
        Html.Text($"❗ {what}"), Html.Of($"Было: {was}"), Html.Of($"Стало: {now}"));
}
