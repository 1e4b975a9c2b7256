using MspBot.Data.People.Inquiries;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.People.Inquiries;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Inquiries;

/// <summary>The words around a question to the heads and its answers.</summary>
internal static class AskTexts
{
    internal const string Ask = "Спросить человека";
    internal const string Hint = "Не нашли ответа? Нажмите «Спросить человека»: вопрос прочитает руководитель площадки.";
    internal const string Unfinished = "вопрос руководителю";
    internal const string UnfinishedAnswer = "ответ";
    internal const string AskMore = "Спросить ещё";
    internal const string Answer = "Ответить";
    internal const string AddAnswer = "Дополнить ответ";
    internal const string AddQuestion = "Дополнить вопрос";
    internal const string Answering = "Ответ";
    internal const string ShowMine = "Посмотреть вопрос";
    internal const string Open = "Открыть вопрос";
    internal const string SendAnyway = "Отправить и мой ответ";
    internal const string DoNotSend = "Не отправлять";
    internal const string NotSent = "Хорошо, второй ответ не отправлен.";

    internal static readonly Prompt Question = new("Вопрос", "Что спросить у руководителя площадки?",
        "Напишите вопрос одним сообщением. Его прочитает человек, ответ придёт сюда же.");

    internal static Prompt YourAnswer(InquiryDetails details, PersonId me)
    {
        var last = details.Messages.LastOrDefault(w => w.AuthorId != me)?.Words ?? "";
        var to = details.AskerId == me ? "Что ответить руководителю площадки?"
            : $"Что ответить? Спрашивает {FullName.Short(details.Asker)}";
        return new("Ответ", to, last.Length == 0 ? null : $"«{Ellipsis.Cut(last, 600)}»");
    }

    internal static Prompt Anyway(InquiryMessage answer) => new("Второй ответ",
        $"На этот вопрос уже есть ответ ({Name(answer)}). Отправить и ваш?", $"«{Ellipsis.Cut(answer.Words, 600)}»");

    internal static Html Sent =>
        Html.Paragraphs(Html.Bold("Вопрос отправлен"),
            Html.Text("Его прочитает руководитель площадки. Ответ придёт сюда, ждать у экрана не нужно."));

    internal static Html AnswerSent(InquiryDetails details) => Html.Of($"Ответ отправлен: {FullName.Short(details.Asker)}");

    internal static Html ReplySent => Html.Text("Отправлено руководителю площадки.");

    internal static Html ForHead(InquiryDetails details, SiteZone zone) => Html.Paragraphs(
        Html.Lines(Html.Bold("Вопрос руководителю"), Html.Of($"{details.Asker}, {details.School}")),
        Talk(details, zone),
        details.WaitsSince is not null ? Html.Text("Ждёт ответа.") : details.LastAnswer is { } answer
        ? Html.Of($"Ответ дан: {Name(answer)}") : AnswerGone);

    internal static Html ForAsker(InquiryDetails details, SiteZone zone) => Html.Paragraphs(
        Html.Bold(details is { WaitsSince: null, LastAnswer: not null } ? "Ответ на ваш вопрос" : "Ваш вопрос"),
        Talk(details, zone),
        details.WaitsSince is not null ? Html.Text("Ответа пока нет: он придёт сюда.")
        : details.LastAnswer is null ? AnswerGone : Html.Empty);

    private static Html AnswerGone => Html.Text("Ответ удалён вместе с данными того, кто отвечал.");

    internal static Html Waits(InquiryDetails details) => Html.Of($"Вопрос ждёт вашего ответа: {FullName.Short(details.Asker)}");

    internal static string Refused(InquiryRefusal because) => because switch
    {
        InquiryRefusal.TooMany =>
            "У вас уже пять сообщений без ответа за последние сутки. Руководитель их видит и ответит; потом можно будет спросить ещё.",
        InquiryRefusal.Gone => "Этого вопроса больше нет: возможно, человек удалил свои данные.",
        InquiryRefusal.AnsweredMeanwhile => "Пока вы писали, на вопрос ответили. Ваш текст сохранён.",
    };

    private static Html Talk(InquiryDetails details, SiteZone zone) => Html.Paragraphs(
        [
            details.Said > details.Messages.Count
            ? Html.Of($"Раньше: ещё {Russian.Count(details.Said - details.Messages.Count, "сообщение", "сообщения", "сообщений")}.")
            : Html.Empty,
            .. details.Messages.Select(w => Html.Lines(Html.Of($"<i>{Name(w)}, {Html.At(w.SaidAt, zone)}:</i>"), Html.Text(w.Words))),
        ]);

    private static string Name(InquiryMessage message) => message.Author is null ? DialogTexts.Erased : FullName.Short(message.Author);
}
