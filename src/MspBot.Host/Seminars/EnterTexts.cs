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

    /// <summary>How to get in, as far as it concerns this person; whoever runs it has the link itself, and the word to say aloud.</summary>
    internal static Html Way(SeminarSheet sheet, DateTimeOffset now, Part part, SiteZone zone)
    {
        if (sheet.State == SeminarState.Cancelled || sheet.Seminar.IsOver(now)) return default;
        if (part != Part.Visitor)
            return Html.Lines(
                sheet.JoinLink is { } link ? Html.Of($"Ссылка: {link}") : Html.Text("Ссылки для подключения пока нет."),
                sheet.State == SeminarState.Published ? Html.Of($"Кодовое слово: <b>{sheet.CodeWord}</b> — назовите его вслух для тех, кто вошёл без кнопки") : default);
        if (sheet.State != SeminarState.Published || sheet.Mine != SignUpState.Confirmed) return default;
        if (!Entering.IsOpen(sheet.Seminar, now)) return Html.Text($"Подключиться можно будет с {Russian.Clock(Entering.OpensAt(sheet.StartsAt), zone)}: ссылка откроется по кнопке.");
        if (sheet.Came != true) return Html.Text("Можно подключаться.");
        return sheet.JoinLink is { } open ? Html.Of($"Вы отмечены. Ссылка: {open}") : Html.Text(JoinedNoLink);
    }

    /// <summary>At most 200 characters: shown in a box.</summary>
    internal static string Refused(EnteringRefusal because, SeminarSheet sheet, SiteZone zone, string? other = null) => because switch
    {
        EnteringRefusal.NotSignedUp => "Вашей записи на это мероприятие нет, поэтому ссылку дать не могу. До начала можно записаться снова.",
        EnteringRefusal.Waiting => "Вы пока в листе ожидания. Ссылка откроется, если освободится место: бот напишет.",
        EnteringRefusal.TooEarly => $"Ещё рано: подключиться можно будет {Russian.Moment(Entering.OpensAt(sheet.StartsAt), zone)}.",
        EnteringRefusal.SeminarCancelled => "Мероприятие отменено.",
        EnteringRefusal.SeminarOver => "Мероприятие уже закончилось.",
        EnteringRefusal.WrongCode => "Такого кода нет. Проверьте, как его назвал ведущий: слово и две цифры, например «сосна 47».",
        EnteringRefusal.CodeOfAnother => $"Это код другого мероприятия: «{Ellipsis.Cut(other ?? "", 100)}». Введите код этого.",
    };
}
