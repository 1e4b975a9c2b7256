using MspBot.Data.People.Roles;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Domain.People.Roles;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Roles;

/// <summary>What is said of invitations: to the head who makes them and to the person who opens one.</summary>
internal static class InvitationTexts
{
    internal const string Invite = "Пригласить";
    internal const string InviteAgain = "Пригласить заново";
    internal const string Inviting = "Приглашение";
    internal const string Unfinished = "приглашение";
    internal const string Make = "Создать приглашение";
    internal const string ShowLink = "Показать ссылку и QR-код";
    internal const string Send = "Отправить приглашение";
    internal const string CopyLink = "Скопировать ссылку";
    internal const string Withdraw = "Отозвать приглашение";
    internal const string ToInvitations = "← К приглашениям";
    internal const string Withdrawn = "Приглашение отозвано";
    internal const string NotOpenNow = "Это приглашение уже не действует.";
    internal const string ReadyToMake = "Создать приглашение?";
    internal const string GiveRole = "Передать роль";
    internal const string GiveAll = "Передать роль и встречи";
    internal const string GiveAndLead = "Передать роль, встречи веду я";
    internal const string Stay = "Остаться вторым руководителем";

    internal static readonly Prompt Which = new("Роль", "Кого пригласить?", "Педагогам приглашение не нужно: они регистрируются сами.");
    internal static readonly Prompt School = new("Школа", "Какой школой руководит этот человек?");

    internal static string Open(int count) => count == 0 ? "Приглашения" : $"Приглашения: {Russian.Number(count)}";

    internal static string Offered(Role role) => role switch
    {
        Role.Head => "Следующий руководитель",
        Role.Tutor => "Тьютор",
        Role.Methodologist => "Методист",
        Role.SchoolHead => "Руководитель школы",
        Role.Observer => "Наблюдатель",
        Role.Teacher => "Педагог",
    };

    internal static Html List(int all) => Html.Paragraphs(
        Html.Bold("Открытые приглашения"),
        Html.Text(all == 0 ? "Сейчас никого не ждём. Нажмите «Пригласить», чтобы получить ссылку."
            : $"Ещё не использованы: {Russian.Number(all)}."));

    /// <summary>«до 01.12 10:00 · Тьютор»</summary>
    internal static string Line(InvitationDetails details, SiteZone zone)
    {
        var until = $"до {Russian.Short(details.ExpiresAt, zone)} · ";
        return Ellipsis.Cut($"{until}{Offered(details.Role)}{(details.School is null ? "" : $", {details.School}")}", ButtonRows.FullWidth);
    }

    internal static Html Card(InvitationDetails details, DateTimeOffset now, SiteZone zone) => Html.Paragraphs(
        Html.Bold($"Приглашение: {Named(details)}"),
        details.Invitation.StateAt(now) switch
        {
            InvitationState.Waits => Html.Paragraphs(
                Html.Of($"Ждёт. Действует до: {Html.At(details.ExpiresAt, zone)}, для одного человека."),
                Html.Text("Отправьте приглашение кнопкой или перешлите сообщение с QR-кодом.")),
            InvitationState.Used =>
                Html.Of($"Использовано {Html.At(details.UsedAt!.Value, zone)}: " +
                $"{(details.UsedByName is { } name ? FullName.Short(name) : DialogTexts.Erased)}"),
            InvitationState.Expired => Html.Of($"Истекло {Html.At(details.ExpiresAt, zone)}: никто не успел."),
            InvitationState.Withdrawn => Html.Of($"Отозвано {Html.At(details.WithdrawnAt!.Value, zone)}: ссылка больше не действует."),
        });

    /// <summary>To be forwarded as it is.</summary>
    internal static Html ToForward(InvitationDetails details, string link, SiteZone zone) => Html.Paragraphs(
        Html.Bold("Приглашение на стажировочную площадку"),
        Html.Of($"Ваша роль: {Named(details)}."),
        Html.Lines(Html.Text("Откройте ссылку или наведите камеру на код и нажмите «Запустить»:"), Html.Text(link)),
        Html.Of($"Ссылка для одного человека, действует до: {Html.At(details.ExpiresAt, zone)}."));

    /// <summary>The same in plain words, beside the link.</summary>
    internal static string ToSend(InvitationDetails details, SiteZone zone) =>
        $"Приглашение на стажировочную площадку. Ваша роль: {Named(details)}. Ссылка для одного человека, действует до: " +
        $"{Russian.Moment(details.ExpiresAt, zone)}.";

    internal static Html Welcome(InvitationDetails details, IReadOnlyList<ListedCommand> more) => Html.Paragraphs(
        Html.Bold($"Готово, ваша роль: {Named(details)}"),
        more.Count == 0
            ? Html.Text("Вам доступно всё, что видит педагог. Новые разделы появятся в меню сами.")
            : Html.Lines([Html.Text("Теперь вам доступно:"), .. more.Select(c => Html.Of($"/{c.Name} — {c.Description}"))]));

    internal static Html Accepted(InvitationDetails details, string name) => Html.Paragraphs(
        Html.Bold("Приглашение принято"), Html.Of($"{name} — {Named(details)}."));

    /// <summary>Says nothing of whose it is or was.</summary>
    internal static string Refused(RedeemRefusal because) => because switch
    {
        RedeemRefusal.TooManyTries =>
            "Слишком много неверных кодов. Подождите час и откройте ссылку ещё раз или попросите новую у руководителя площадки.",
        RedeemRefusal.Unknown =>
            "Такого приглашения нет. Проверьте, что ссылка скопирована целиком, или попросите новую у руководителя площадки.",
        RedeemRefusal.Used => "Это приглашение уже использовано: оно действует один раз. Попросите новое у руководителя площадки.",
        RedeemRefusal.AlreadyYours => "Эта роль уже ваша, больше ничего делать не нужно.",
        RedeemRefusal.Withdrawn => "Это приглашение отозвано. Если вас звали, попросите новое у руководителя площадки.",
        RedeemRefusal.Expired => "Срок этого приглашения прошёл: оно действует 7 дней. Попросите новое у руководителя площадки.",
        RedeemRefusal.Own => "Это ваше приглашение: его примет тот, кому вы перешлёте ссылку.",
        RedeemRefusal.HeadOfAnotherSchool =>
            "Вы уже руководитель другой школы. Приглашение осталось в силе: попросите руководителя площадки сначала снять прежнюю роль.",
    };

    internal static Html HandOver(string next) => Html.Paragraphs(
        Html.Bold("Следующий руководитель принял приглашение"),
        Html.Of($"{next} теперь тоже руководитель площадки. Передать роль полностью или остаться вторым?"),
        Html.Text("Если передать, ваши права руководителя закончатся сразу; всё, что доступно педагогу, останется."));

    internal static Html AndMeetings(string next, int meetings) => Html.Paragraphs(
        Html.Of($"Вы ведёте ближайшие встречи: {Russian.Number(meetings)}. Кто их проведёт?"),
        Html.Of($"Если {next}, записанные узнают о новом ведущем. Если вы, до конца каждой встречи вы видите её список и ссылку."));

    internal static Html HandedOver(string? next) => Html.Paragraphs(
        Html.Bold("Роль передана"),
        Html.Of($"{(next is null ? "Площадкой" : $"{next} — руководитель площадки. Площадкой")} " +
            $"вы больше не руководите. Спасибо за работу!"));

    internal static Html Stayed(string next) =>
        Html.Of($"Хорошо, руководителей теперь двое: {next} и вы. Передать роль можно и позже, этой же кнопкой.");

    internal const string NextIsNone = "Этот человек больше не руководитель: роль передать некому, она осталась у вас.";

    internal static Html TellHandedOver(string before) =>
        Html.Of($"Передача завершена: роль руководителя площадки полностью ваша. Прежний руководитель: {before}");

    private static string Named(InvitationDetails details) => PeopleTexts.RoleOf(details.Role, details.School);
}
