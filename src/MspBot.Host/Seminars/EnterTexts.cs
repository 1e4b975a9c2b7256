using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Attendance;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars;

/// <summary>The words of getting in, and of who came.</summary>
internal static class EnterTexts
{
    internal const string ByCode = "Отметиться кодом";
    internal const string OpenLink = "Открыть встречу";
    internal const string Again = "Ввести ещё раз";
    internal const string Joined = "Вы отмечены, ссылка на карточке";
    internal const string JoinedNoLink = "Вы отмечены. Ссылку ведущий ещё не добавил, загляните чуть позже.";
    internal const string Marked = "✅ Отметили: вы были на этом мероприятии";

    internal static string CopyCode(string word) => $"Скопировать код: {word}";

    internal static readonly Prompt Word = new("Код", "Какой код назвал ведущий?", "Это слово и две цифры, например: сосна 47");

    /// <summary>How this person gets in; the leader sees the link itself and the word to say aloud.</summary>
    internal static Html Way(SeminarDetails details, DateTimeOffset now, SeminarRelation relation, SiteZone zone)
    {
        if (details.State == SeminarState.Cancelled || details.Seminar.IsOver(now)) return default;
        if (relation != SeminarRelation.Visitor)
            return Html.Lines(
                details.JoinLink is { } link ? Html.Of($"Ссылка: {link}") : Html.Text("Ссылки для подключения пока нет."),
                details.State == SeminarState.Published
                ? Html.Of($"Кодовое слово: <b>{details.CodeWord}</b> — назовите его вслух для тех, кто вошёл без кнопки") : default);
        if (details.State != SeminarState.Published || details.Mine != SignUpState.Confirmed) return default;
        if (!CheckIn.IsOpen(details.Seminar, now))
            return Html.Text(
                $"Подключиться можно будет с {Russian.Clock(CheckIn.OpensAt(details.StartsAt), zone)}: ссылка откроется по кнопке.");
        if (details.Came != true) return Html.Text("Можно подключаться.");
        return details.JoinLink is { } open ? Html.Of($"Вы отмечены. Ссылка: {open}") : Html.Text(JoinedNoLink);
    }

    /// <summary>At most 200 characters: shown in a box.</summary>
    internal static string Refused(CheckInRefusal because, SeminarDetails details, SiteZone zone, string? other = null) => because switch
    {
        CheckInRefusal.NotSignedUp => "Вашей записи на это мероприятие нет, поэтому ссылку дать не могу. До начала можно записаться снова.",
        CheckInRefusal.Waiting => "Вы пока в листе ожидания. Ссылка откроется, если освободится место: бот напишет.",
        CheckInRefusal.TooEarly => $"Ещё рано: подключиться можно будет {Russian.Moment(CheckIn.OpensAt(details.StartsAt), zone)}.",
        CheckInRefusal.SeminarCancelled => "Мероприятие отменено.",
        CheckInRefusal.SeminarOver => "Мероприятие уже закончилось.",
        CheckInRefusal.WrongCode => "Такого кода нет. Проверьте, как его назвал ведущий: слово и две цифры, например «сосна 47».",
        CheckInRefusal.CodeOfAnother => $"Это код другого мероприятия: «{Ellipsis.Cut(other ?? "", 100)}». Введите код этого.",
    };
}
