using MspBot.Data.Consultations.Groups;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Groups;

/// <summary>What a tutor is asked who gathers a group.</summary>
internal static class GroupQuestionTexts
{
    internal static readonly Prompt Topic = new("Тема", "О чём будет встреча?", "Например: Читательская грамотность на уроках истории");
    internal static readonly Prompt Subject = new("Предмет", "По какому предмету?");
    internal static readonly Prompt Tutor = new("Ведёт", "Кто из тьюторов проведёт встречу?");
    internal static readonly Prompt Invite =
        new("Приглашаем", "Кого из тех, кто просил о таком, позвать первыми?",
            "Отмечены все похожие заявки; снимите лишние. Других можно будет позвать по ссылке.");
    internal static Prompt Start(Dialog ask) => new("Время", "Когда встретимся?", Typed(ask));
    internal static Prompt NewStart(Dialog ask) => new("Новое время", "На какое время перенести?", Typed(ask));
    internal static readonly Prompt Seats = new("Места", "Сколько всего мест?", "Можно написать число от 2 до 30");
    internal static readonly Prompt MinParticipants =
        new("Не меньше", "Сколько человек нужно, чтобы встреча состоялась?",
            "Если согласится меньше, встречи не будет, а заявки останутся в силе.");
    internal static Prompt AgreeBy(Dialog ask) => new("Ответить до", "До какого времени ждать ответов?", Typed(ask));
    internal static readonly Prompt Reason = new("Причина", "Почему отменяем?", "Причину увидят все приглашённые.");

    private static string Typed(Dialog ask) => $"Можно написать своё: {Examples.Moment(ask.Now, ask.Zone)}";

    internal const string NoSubject = "Без предмета";
    internal const string SendMove = "Перенести? Все приглашённые узнают новое время.";
    internal const string MoveIt = "Перенести встречу";
    internal const string SendInvitations = "Отправить приглашения";
    internal const string Gathering = "Групповая консультация";
    internal const string Moving = "Перенос групповой консультации";
    internal const string Cancelling = "Отмена групповой консультации";

    internal static string Ask(int invited) => invited == 0
        ? "Собрать группу? Педагогов можно будет позвать по ссылке."
        : $"Собрать группу? Приглашение {Russian.Plural(invited, "получит", "получат", "получат")} {GroupTexts.Teachers(invited)}.";

    /// <summary>«Встреча в силе: чт, 3 декабря, 16:20»</summary>
    internal static Html InForce(GroupDetails details, SiteZone zone) =>
        Html.Of($"<b>Встреча в силе: {Html.At(details.StartsAt, zone)}</b>");

    internal static string SureToCancel(int people) => people == 0
        ? "Отменить встречу? На неё пока никого не позвали."
        : $"Отменить встречу? Об этом {Russian.Plural(people, "узнает", "узнают", "узнают")} {GroupTexts.People(people)}, а их заявки " +
        $"снова будут ждать ответа.";

    internal static string Before(TimeSpan before) => before.TotalHours switch
    {
        48 => "За двое суток",
        24 => "За сутки",
        3 => "За три часа",
        _ => "За час",
    };
}
