using MspBot.Data.Broadcasts;
using MspBot.Data.Broadcasts.After;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People.Profile;

namespace MspBot.Host.Broadcasts.After;

/// <summary>What is said about a broadcast that has gone.</summary>
internal static class AfterTexts
{
    internal const string Correct = "Исправить текст";
    internal const string Delete = "Удалить у получателей";
    internal const string PassOn = "Передать через школу";
    internal const string Again = "Отправить ещё раз";
    internal const string Table = "Скачать таблицу";
    internal const string Sheet = "Лист ознакомления";
    internal const string AgainLooks = "Вот что уйдёт ещё раз, только тем, кому не успело дойти.";
    internal const string NobodyMissed = "Сообщение получили все.";
    internal const string NobodyMarked = "Отметок пока нет.";

    /// <summary>Who has left.</summary>
    private const string Erased = "участник, удаливший данные";

    /// <summary>Of the words, where they stand among others.</summary>
    private const int WordsShown = 600;

    internal static string Missed(int count) => $"Кто не получил: {Russian.Number(count)}";

    internal static string Marked(int count, int all) => $"Ознакомились: {Russian.Number(count)} из {Russian.Number(all)}";

    internal static string Name(string? name) => name ?? Erased;

    internal static Html Stands(BroadcastDetails one, int deleted) => one.DeletedAt is not null
        ? Html.Of($"Удалено у получателей: {deleted} из {one.Sent}.")
        : one.WordsVersion > 1 && one.Sent > 0 ? Html.Text("Текст исправлен: в чатах стоит этот.") : default;

    // Correcting

    internal const string CorrectQuestion =
        "Напишите текст заново, целиком. Он заменит прежний во всех чатах, без звука.";

    internal static string Now(string words) => $"Сейчас: {Ellipsis.Cut(words, WordsShown)}";

    internal static Html Corrected(int people) => Html.Text(people == 0
        ? "Текст исправлен в том, что ещё не ушло."
        : $"Текст исправлен. Меняю его в чатах у {Whose(people)}, это займёт немного времени.");

    internal static Html Refused(BroadcastRefusal because, string? typed) => Html.Paragraphs(
        Html.Text(BroadcastRefusalTexts.Of(because)), typed is null ? default : Html.Of($"Ваш текст: {typed}"));

    // Deleting

    internal static Html AskDelete(BroadcastDetails one) => Html.Paragraphs(
        Html.Bold($"Удалить сообщение у {Whose(one.Sent)}?"),
        Html.Text("Оно исчезнет из их чатов. Кто его уже прочитал, тот прочитал; вернуть сообщение нельзя, только написать новое."));

    internal static string DeleteYes(int count) => $"Удалить: {Russian.Number(count)}";

    internal static string Deleting(int people) => $"Удаляю у {Whose(people)}";

    internal static Html Deleted(BroadcastDetails one, DeletionCount count) => Html.Paragraphs(
        Html.Text($"Сообщение удалено у {Whose(count.Deleted)}"
            + (count.Kept == 0 ? "." : $" из {Russian.Number(count.Deleted + count.Kept)}.")),
        count.Kept == 0 ? default : Html.Text(
            $"Осталось у {Whose(count.Kept)}: они остановили бота, удалили свои данные или сообщение старше двух суток."),
        Html.Of($"Текст был: {Ellipsis.Cut(one.Words, WordsShown)}"));

    // Not reached

    internal static string Because(RecipientLine one) => (one.Outcome, one.Reason) switch
    {
        (RecipientOutcome.Sent, _) => "доставлено",
        (RecipientOutcome.Blocked, _) => "бот остановлен",
        (RecipientOutcome.Stopped, _) => "рассылку остановили",
        (RecipientOutcome.OptedOut, _) => "рассылки выключены",
        (RecipientOutcome.Failed, FailureReason.NotInTime) => "не успело уйти",
        (RecipientOutcome.Failed, FailureReason.Unknown) => "ответа не было, возможно, дошло",
        (RecipientOutcome.Failed, _) => "мессенджер не принял",
        (null, _) => "ещё не известно",
        _ => "",
    };

    internal static Html AskPassOn(PassPlan plan) => Html.Paragraphs(
        Html.Bold("Передать через школу?"),
        Html.Text($"В {Russian.Count(plan.Schools, "школу", "школы", "школ")} уйдёт по одному сообщению для руководителя: текст рассылки "
            + $"и имена педагогов, до которых бот не дошёл ({Russian.Number(plan.People)})."),
        Left(plan));

    internal static string PassYes(int schools) => $"Передать: {Russian.Number(schools)}";

    internal static Html PassedOn(PassPlan plan) => Html.Paragraphs(
        Html.Text($"Написано в {Russian.Count(plan.Schools, "школу", "школы", "школ")}: "
            + $"руководитель передаст сообщение {Told(plan.People)}."),
        Left(plan));

    /// <summary>What the head of a school reads.</summary>
    /// <param name="one">What was written.</param>
    /// <param name="people">Whom it did not reach; nobody but the head: nothing is to be passed on.</param>
    internal static Html ForSchool(BroadcastDetails one, IReadOnlyList<RecipientLine> people) => Html.Paragraphs(
        Html.Bold(people.Count == 0 ? "Бот не смог доставить вам сообщение площадки" : "Передайте, пожалуйста, педагогам вашей школы"),
        people.Count == 0 ? default : Html.Lines(
        [
            Html.Text("Бот не смог доставить им сообщение площадки:"),
            .. people.Take(NamesShown).Select(person => Html.Of($"— {Ellipsis.Cut(Name(person.Name), NameLength)}")),
            people.Count > NamesShown ? Html.Of($"и ещё {people.Count - NamesShown}") : default,
        ]),
        Html.Lines(Html.Text("Текст сообщения:"), Html.Text(one.Words)),
        one.FileName is { } file
            ? Html.Of($"К нему приложен файл «{Ellipsis.Cut(file, NameLength)}»: попросите его у площадки.") : default);

    /// <summary>«Петрова А. И. — бот остановлен»</summary>
    internal static Html Line(RecipientLine one, string more) =>
        Html.Of($"— {Ellipsis.Cut(Name(one.Name), NameLength)}: {more}");

    internal static string School(RecipientLine one) => Ellipsis.Cut(one.School ?? "Без школы", NameLength);

    // Papers

    internal static string Roles(RecipientLine one) =>
        string.Join(", ", one.Roles.Select(Enum.Parse<Role>).Order().Select(ProfileTexts.RoleName));

    internal static Html TableCaption(BroadcastDetails one, SiteZone zone) =>
        Html.Of($"Рассылка от {Html.At(one.PressedAt!.Value, zone)}: кому доставлено. В таблице полные имена.");

    internal static Html SheetCaption(BroadcastDetails one, SiteZone zone) =>
        Html.Of($"{Sheet}: рассылка от {Html.At(one.PressedAt!.Value, zone)}. Перед печатью проверьте и дополните от руки.");

    internal static string TableFile(DateTimeOffset at, SiteZone zone) => $"Рассылка {zone.Local(at):dd.MM.yyyy}.xlsx";

    internal static string SheetFile(DateTimeOffset at, SiteZone zone) => $"{Sheet} {zone.Local(at):dd.MM.yyyy}.docx";

    // The right

    internal const string Allow = "Разрешить рассылки";
    internal const string Forbid = "Запретить рассылки";
    internal const string Allowed = "Рассылки разрешены";
    internal const string Forbidden = "Рассылки запрещены";
    internal const string NoChange = "Так и было, ничего не изменилось.";

    internal static Html NowMayWrite { get; } = Html.Text("Руководитель площадки разрешил вам писать всем участникам: /broadcast");

    /// <summary>In the message to a school.</summary>
    private const int NamesShown = 30;
    private const int NameLength = 60;

    private static Html Left(PassPlan plan) => Html.Lines(
        plan.Headless.Count == 0 ? default : Html.Of($"Нет руководителя в боте, позвоните сами: {Listed(plan.Headless)}."),
        plan.Schoolless == 0 ? default : Html.Of($"Без школы: {BroadcastTexts.People(plan.Schoolless)}."));

    private static string Listed(IReadOnlyList<string> schools) => string.Join(", ", schools.Take(10))
        + (schools.Count > 10 ? $" и ещё {Russian.Number(schools.Count - 10)}" : "");

    /// <summary>After «передадут»</summary>
    private static string Told(int count) => Russian.Count(count, "педагогу", "педагогам", "педагогам");

    /// <summary>After «у»: «214 получателей», «1 получателя»</summary>
    private static string Whose(int count) => Russian.Count(count, "получателя", "получателей", "получателей");
}
