using MspBot.Data.Consultations.Groups;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Groups;

/// <summary>What people are told about a group without having asked.</summary>
internal static class GroupNewsTexts
{
    internal const string OpenRequest = "Открыть заявку";
    internal const string ToRequests = "К заявкам";
    internal const string NotNeeded = "Не нужно";
    internal const string NotSuggestedAgain = "Хорошо, об этих заявках больше не напомню. Собрать группу можно и позже: откройте заявку.";
    internal const string NothingToGather = "Этих заявок уже нет: на них ответили или их отозвали.";

    internal static Html Invited => Html.Text("👥 Вы просили о консультации. Тьютор собирает группу по этой теме.");

    internal static Html YouLead => Html.Text("👥 Руководитель просит вас провести групповую консультацию. Приглашения уже отправлены.");

    internal static Html Confirmed => Html.Text("✅ Группа собралась: встреча состоится.");

    internal static Html TooFew(GroupDetails details) => Html.Text(
        $"❌ Группа не собралась: {Agreed(details.Coming.Count())}, а нужно не меньше {GroupTexts.AtLeast(details.MinParticipants)}. " +
        $"Встречи не будет.");

    internal static Html Cancelled(GroupDetails details) => Html.Lines(
        Html.Text("❌ Тьютор отменил групповую консультацию."),
        details.Reason is null ? default : Html.Of($"Причина: {details.Reason}"));

    internal static Html TutorLeft => Html.Text("❌ Групповой консультации не будет: тьютор больше не работает на площадке.");

    internal static Html GoesOn => Html.Text("Ваша заявка на консультацию снова ждёт ответа тьютора. Делать ничего не нужно.");

    internal static Html Moved(GroupDetails before, GroupDetails after, SiteZone zone) => Html.Lines(
        Html.Text("🔁 Групповая консультация перенесена."),
        Html.Of($"Было: <s>{Html.At(before.StartsAt, zone)}</s>"),
        Html.Of($"Стало: <b>{Html.At(after.StartsAt, zone)}</b>"));

    /// <param name="name">Null: they are erased.</param>
    internal static Html Left(string? name) => name is null
        ? Html.Text("Педагог удалил свои данные и не придёт на групповую консультацию.")
        : Html.Of($"{GroupTexts.Name(name)} не сможет прийти на групповую консультацию.");

    internal static Html LeftTooFew(GroupDetails details) => Html.Text(
        $"Теперь участников меньше, чем было нужно ({Russian.Number(details.MinParticipants)}). Встреча в силе; если она уже не нужна, " +
        $"её можно отменить.");

    internal static Html WentIntoGroup(ReturnedRequest request) => Html.Of(
        $"{GroupTexts.Name(request.Teacher)} идёт на групповую консультацию по теме «{request.Topic}». Отвечать на эту заявку не нужно.");

    internal static Html CameBack(IReadOnlyList<ReturnedRequest> requests) => requests is [var one]
        ? Html.Of($"Заявка снова ждёт вашего ответа: {GroupTexts.Name(one.Teacher)}, «{Ellipsis.Cut(one.Topic, 100)}».")
        : Html.Lines([Html.Text("Заявки снова ждут вашего ответа:"),
            .. requests.Select(r => Html.Of($"— {GroupTexts.Name(r.Teacher)}, «{Ellipsis.Cut(r.Topic, 60)}»"))]);

    internal static Html File(GroupDetails details) => Html.Of($"Файл для календаря: {details.Topic}");

    internal static Html Suggestion(IReadOnlyList<OpenRequest> requests) => Html.Paragraphs(
        Html.Of($"💡 {Many(requests.Count)} об одном: " +
        $"<b>{Ellipsis.Cut(requests[0].Topic, 100)}</b>{(requests[0].Subject is { } subject ? $" ({subject})" : "")}"),
        Html.Lines([.. requests.Take(10).Select(r => Html.Of($"— {GroupTexts.Name(r.Teacher)}: {Ellipsis.Cut(r.Topic, 80)}"))]),
        Html.Text("Можно провести одну встречу для всех."));

    internal static NoticeList Suggestions => new(
        count => $"💡 Об одном просят несколько человек: {Russian.Count(count, "тема", "темы", "тем")}",
        "По каждой теме можно провести одну встречу для всех.");

    internal static Html SuggestionLine(IReadOnlyList<OpenRequest> requests) =>
        Html.Of($"{Ellipsis.Cut(requests[0].Topic, 60)}: {GroupTexts.Teachers(requests.Count)}");

    internal static string SuggestionLabel(IReadOnlyList<OpenRequest> requests) => Ellipsis.Cut(requests[0].Topic, ButtonRows.FullWidth);

    private static string Agreed(int count) => count == 0
        ? "никто не согласился" : $"{Russian.Plural(count, "согласился", "согласились", "согласились")} {GroupTexts.People(count)}";

    private static string Many(int count) => count switch
    {
        3 => "Трое просят",
        4 => "Четверо просят",
        _ => $"{GroupTexts.Teachers(count)} {Russian.Plural(count, "просит", "просят", "просят")}",
    };
}
